import type { PresenceState } from './daily-sheets.ts';

/** DIN 5007-1 order with numbers by value, so that 2b stands before 10a and Ö beside O. */
const collator = new Intl.Collator('de', { numeric: true });

interface Named {
  readonly familyName: string;
  readonly givenName: string;
}

/** Compares two class names as a school does: 1a, 1b, 2a, …, 10a. */
export function compareClassNames(left: string, right: string): number {
  return collator.compare(left, right);
}

/** Children by family name, then given name, in German order. Does not change its argument. */
export function sortByName<Child extends Named>(children: readonly Child[]): Child[] {
  return [...children].sort(
    (left, right) =>
      collator.compare(left.familyName, right.familyName) ||
      collator.compare(left.givenName, right.givenName),
  );
}

/** Rows by class, within a class by name. */
export function sortByClassAndName<Row extends Named & { readonly className: string }>(
  rows: readonly Row[],
): Row[] {
  return sortByName(rows).sort((left, right) => compareClassNames(left.className, right.className));
}

/** Classes in school order, the children of each by name. */
export function sortClasses<Child extends Named, Class extends { className: string; students: Child[] }>(
  classes: readonly Class[],
): Class[] {
  return [...classes]
    .sort((left, right) => compareClassNames(left.className, right.className))
    .map((one) => ({ ...one, students: sortByName(one.students) }));
}

export interface Headcount {
  readonly total: number;
  /** Supposed to be in the building: `here` alone. */
  readonly expected: number;
  readonly reported: number;
  readonly unexplained: number;
  readonly comesLater: number;
  readonly pickedUp: number;
}

/** Counts a class, or a school, by today's state. The five parts always add up to the total. */
export function headcount(children: readonly { readonly state: PresenceState }[]): Headcount {
  const count = (state: PresenceState) => children.filter((child) => child.state === state).length;
  return {
    total: children.length,
    expected: count('here'),
    reported: count('reported'),
    unexplained: count('unexplained'),
    comesLater: count('comesLater'),
    pickedUp: count('pickedUp'),
  };
}
