import type { Facet } from '../rights/facets.ts';
import type { RootKind } from '../rights/roles.ts';

/** A column of a synced table. The phantom `type` carries the TypeScript type only. */
export interface Column<T> {
  readonly kind: 'text' | 'integer';
  readonly nullable: boolean;
  readonly type?: T;
}

/** Text, never null. Days, instants, ids and closed word lists are text. */
export function text<T extends string = string>(): Column<T> {
  return { kind: 'text', nullable: false };
}

/** Text or null. */
export function textOrNull<T extends string = string>(): Column<T | null> {
  return { kind: 'text', nullable: true };
}

/** A whole number, never null; flags are 0 or 1. */
export function integer<T extends number = number>(): Column<T> {
  return { kind: 'integer', nullable: false };
}

/** A whole number or null. */
export function integerOrNull(): Column<number | null> {
  return { kind: 'integer', nullable: true };
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The row of a table as rules and queries see it: camelCase, without school and revision. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

/** What a synced table is: its columns, and the one (root, facet) each of its rows belongs to. */
export interface SyncedTable<C extends Columns = Columns> {
  readonly columns: C;
  readonly facet: Facet;
  readonly root: RootKind;
  /** The column that holds the root's id; `null` where the school itself is the root. */
  readonly rootColumn: (keyof C & string) | null;
  /** A second end: the row is sent only while this root is visible too. */
  readonly secondRoot?: { readonly facet: Facet; readonly column: keyof C & string };
  /** Column lists that are looked up; each becomes an index (led by the school on the server). */
  readonly indexes: readonly (readonly (keyof C & string)[])[];
  /** Which rows the first stage of a first pull brings: what the morning needs. */
  readonly morning: boolean | RecentRows<keyof C & string>;
}

/** Rows that are not over for the morning: those of the last school days, and those that still ask for something. */
export interface RecentRows<K extends string = string> {
  /** Holds a day or an instant, or null for no end. */
  readonly lastOn: K;
  /** Rows with this value belong to the morning however old they are. */
  readonly open?: { readonly column: K; readonly value: string };
}

/** Describes a synced table; the identity function that keeps the column types. */
export function syncedTable<C extends Columns>(table: SyncedTable<C>): SyncedTable<C> {
  return table;
}

/** `givenName` → `given_name`, as Kysely's CamelCasePlugin writes it. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
