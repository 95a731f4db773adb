import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { StaffRole } from '../../src-shared/rights/roles.ts';
import { TodayScreen } from '../today/TodayScreen.tsx';
import type { ScreenName } from './routes.ts';

type Screen = ComponentType | LazyExoticComponent<ComponentType>;

/** Heute comes with the window; each other screen is loaded when it is first opened. */
const loaders: Record<ScreenName, Screen> = {
  today: TodayScreen,
  classes: lazy(async () => ({ default: (await import('../roll-call/ClassesScreen.tsx')).ClassesScreen })),
  absences: lazy(async () => ({ default: (await import('../absences/AbsencesScreen.tsx')).AbsencesScreen })),
  students: lazy(async () => ({ default: (await import('../students/StudentsScreen.tsx')).StudentsScreen })),
  groups: lazy(async () => ({ default: (await import('../groups/GroupsScreen.tsx')).GroupsScreen })),
  attention: lazy(async () => ({ default: (await import('../sync/AttentionScreen.tsx')).AttentionScreen })),
  administration: lazy(async () => ({
    default: (await import('../roster/AdministrationScreen.tsx')).AdministrationScreen,
  })),
};

/** The component of a screen. */
export function screenOf(name: ScreenName): Screen {
  return loaders[name];
}

const everyDay: readonly ScreenName[] = ['today', 'classes', 'absences', 'students', 'groups'];

/** The screens in a person's rail. An administrator sees no child, so none of the daily screens. */
export function railScreens(role: StaffRole): readonly ScreenName[] {
  if (role === 'administrator') return ['administration'];
  return role === 'teacher' ? everyDay : [...everyDay, 'administration'];
}

/** Where a person may go: the rail, and the list of entries that need attention. */
export function mayOpen(role: StaffRole, screen: ScreenName): boolean {
  return screen === 'attention' || railScreens(role).includes(screen);
}

/** Whether a role takes calls at all. */
export function takesCalls(role: StaffRole): boolean {
  return role !== 'administrator';
}
