import { type Change, create, put, type RuleContext, remove } from '../contract/command.ts';
import type { Cells } from '../roster/rows-among.ts';
import { type Row, rootIdOf, type TableName } from '../tables/registry.ts';
import { pairOf, type RowPair } from './row-pairs.ts';

/** Collects what a rule writes together with how it was before, so that it can be taken back as a whole. */
export class RecordedChanges {
  readonly changes: Change[] = [];
  readonly pairs: RowPair[] = [];
  readonly #context: RuleContext;
  /** The first id of an entry is its event's. */
  #ids = 1;

  constructor(context: RuleContext) {
    this.#context = context;
  }

  /** A further id of the entry; the same on the desk and on the server. */
  nextId(): string {
    this.#ids += 1;
    return this.#context.id(this.#ids);
  }

  /** Writes a row; `before` null: it begins. */
  write<T extends TableName>(table: T, before: Row<T> | null, after: Row<T>): void {
    const pair = pairOf(table, before as Cells | null, after as Cells);
    if (!pair) return;
    this.pairs.push(pair);
    this.changes.push(before ? put(table, after) : create(table, after));
  }

  drop<T extends TableName>(table: T, row: Row<T> & { readonly id: string }): void {
    const pair = pairOf(table, row as Cells, null);
    if (pair) this.pairs.push(pair);
    this.changes.push(remove(table, row.id, rootIdOf(table, { ...row })));
  }
}
