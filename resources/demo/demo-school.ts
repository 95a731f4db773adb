import type { StaffRole } from '../../src-shared/rights/roles.ts';
import { type Row, type TableName, tableNames } from '../../src-shared/tables/registry.ts';

/** All rows of one school, by table. */
export type DemoRows = { [T in TableName]: Row<T>[] };

/** A person of the staff who can sign in; the server gives the password. */
export interface DemoStaffAccount {
  readonly staffId: string;
  readonly userName: string;
  readonly role: StaffRole;
}

/** One invented school, whole. */
export interface DemoSchool {
  /** Stable and unique among the schools of a profile. */
  readonly key: string;
  readonly name: string;
  readonly stateCode: 'DE-NI';
  readonly staffAccounts: readonly DemoStaffAccount[];
  readonly rows: DemoRows;
}

/** No rows yet, for each table of the registry. */
export function emptyRows(): DemoRows {
  // Each list is empty, so it is a list of whatever rows its table has.
  return Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as DemoRows;
}
