import places from './data/places.json' with { type: 'json' };
import { Random } from './random.ts';

export const demoProfiles = ['small', 'large', 'municipality'] as const;
export type DemoProfile = (typeof demoProfiles)[number];

/** How far back absences go. */
export type HistoryDepth = 'twelveMonths' | 'sinceEnrolment' | 'eightWeeks';

/** What one school shall be like. */
export interface SchoolPlan {
  readonly key: string;
  readonly name: string;
  /** The school with the people of the handbook; all others get people of their own. */
  readonly isFirst: boolean;
  /** By grade 1–4, the number of children of each class a, b, c … */
  readonly classSizes: readonly (readonly number[])[];
  readonly guardians: number;
  readonly staff: number;
  readonly officeStaff: number;
  readonly history: HistoryDepth;
  /** Exact number of past absences; null: as many as a usual rate makes. */
  readonly absences: number | null;
  readonly tardinessPerChild: number;
  /**
   * Rows the whole school shall have; null: no limit. Where it bites, reports and histories of the older
   * absences are gone, as they are once their retention has run out: only the facts remain.
   */
  readonly rowTarget: number | null;
}

const FIRST_KEY = 'lindenbach';
const FIRST_NAME = 'Grundschule am Lindenbach';
const MUNICIPAL_SCHOOLS = 100;

const small: SchoolPlan = {
  key: FIRST_KEY,
  name: FIRST_NAME,
  isFirst: true,
  classSizes: [
    [20, 21, 20],
    [19, 21, 20],
    [20, 21, 19],
    [20, 19, 20],
  ],
  guardians: 430,
  staff: 24,
  officeStaff: 2,
  history: 'twelveMonths',
  absences: null,
  tardinessPerChild: 0.9,
  rowTarget: null,
};

const large: SchoolPlan = {
  ...small,
  classSizes: Array.from({ length: 4 }, () => Array.from({ length: 15 }, () => 25)),
  guardians: 2600,
  staff: 90,
  officeStaff: 4,
  history: 'sinceEnrolment',
  absences: 30_000,
  tardinessPerChild: 2,
  rowTarget: 106_000,
};

/** The 100th of a town's schools and the first alike: 3 to 12 classes a year, 19 to 21 children each. */
function municipalSchool(index: number, seed: string): SchoolPlan {
  const random = new Random(`${seed}/plan/${index}`);
  const parallel = index === 0 ? 3 : Math.min(random.between(3, 12), random.between(3, 12));
  const classSizes =
    index === 0
      ? small.classSizes
      : Array.from({ length: 4 }, () => Array.from({ length: parallel }, () => random.between(20, 21)));
  const children = classSizes.flat().reduce((sum, size) => sum + size, 0);
  const staff = Math.max(small.staff, parallel * 7);
  return {
    ...small,
    key: index === 0 ? FIRST_KEY : `gs-${String(index + 1).padStart(3, '0')}`,
    name: index === 0 ? FIRST_NAME : municipalName(index - 1),
    isFirst: index === 0,
    classSizes,
    guardians: Math.round(children * 1.78),
    staff,
    history: 'eightWeeks',
    tardinessPerChild: 0.2,
  };
}

function municipalName(index: number): string {
  const names = places.schoolNames.split(',');
  const quarters = places.quarters.split(',');
  const name = names[index % names.length] ?? '';
  const quarter = quarters[Math.floor(index / names.length)] ?? '';
  return `Grundschule ${name}, ${places.city}-${quarter}`;
}

/** The plans of a profile's schools, made one by one. */
export function* schoolPlans(profile: DemoProfile, seed: string): Generator<SchoolPlan> {
  if (profile === 'small') yield small;
  else if (profile === 'large') yield large;
  else for (let index = 0; index < MUNICIPAL_SCHOOLS; index += 1) yield municipalSchool(index, seed);
}
