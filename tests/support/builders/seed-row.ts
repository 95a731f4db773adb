import type { Row, TableName } from '../../../src-shared/tables/registry.ts';

/** A row with the name of its table. */
export type SeedRow = { [T in TableName]: { readonly table: T; readonly row: Row<T> } }[TableName];
