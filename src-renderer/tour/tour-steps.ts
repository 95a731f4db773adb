import type { StaffRole } from '../../src-shared/rights/roles.ts';
import type { ScreenName } from '../app/routes.ts';
import type { ShortcutId } from '../keyboard/catalogue.ts';

/** One step of the tour; its words stand in the locale files (`tour`, by id). */
export interface TourStep {
  readonly id: string;
  /** The screen that is shown behind it. */
  readonly screen: ScreenName;
  /** The keys it speaks of. */
  readonly keys: readonly ShortcutId[];
}

const help: TourStep = { id: 'help', screen: 'today', keys: ['undo', 'overview', 'lock'] };

const office: readonly TourStep[] = [
  { id: 'today', screen: 'today', keys: ['goToday'] },
  { id: 'call', screen: 'today', keys: ['takeCall'] },
  { id: 'case', screen: 'today', keys: ['openCase'] },
  { id: 'search', screen: 'students', keys: ['search', 'goStudents'] },
  help,
];

const tours: Readonly<Record<StaffRole, readonly TourStep[]>> = {
  schoolOffice: office,
  principal: office,
  teacher: [
    { id: 'ownToday', screen: 'today', keys: ['goToday'] },
    { id: 'ownClass', screen: 'classes', keys: ['listMissing', 'listReport'] },
    { id: 'ownAbsences', screen: 'absences', keys: ['goAbsences'] },
    { id: 'sight', screen: 'groups', keys: ['goGroups'] },
    help,
  ],
  administrator: [
    { id: 'people', screen: 'administration', keys: ['goAdministration'] },
    { id: 'noChildren', screen: 'administration', keys: [] },
    { id: 'adminHelp', screen: 'administration', keys: ['overview', 'lock'] },
  ],
};

/** What somebody who begins in a role should have seen once. */
export function tourOf(role: StaffRole): readonly TourStep[] {
  return tours[role];
}
