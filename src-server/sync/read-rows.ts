import { type FirstPullStep, recentRows } from '../../src-shared/sync/first-pull-steps.ts';
import { snakeCase } from '../../src-shared/tables/column.ts';
import { columnNames, type TableName, tables } from '../../src-shared/tables/registry.ts';
import type { Day } from '../../src-shared/values/day.ts';
import type { Cell, ServerDatabase } from '../database/server-database.ts';
import { secondRooted, type View } from './view.ts';

/** The most ids in one IN list. */
const CHUNK = 500;

/** The next rows behind an id, and how many at most. */
interface Page {
  readonly afterId: string;
  readonly limit: number;
}

const lists = new Map<TableName, string>();

function selectList(table: TableName): string {
  const known = lists.get(table);
  if (known !== undefined) return known;
  const made = columnNames(table).map(snakeCase).join(', ');
  lists.set(table, made);
  return made;
}

/** Which rows of its table a step brings (`isInStep`), as SQL behind other conditions. */
function conditionOf({ table, part }: FirstPullStep, since: Day): { text: string; values: string[] } {
  const recent = recentRows(table);
  if (!recent || part === 'all') return { text: '', values: [] };
  const last = snakeCase(recent.lastOn);
  const open = recent.open && snakeCase(recent.open.column);
  const values = [since, ...(recent.open ? [recent.open.value] : [])];
  if (part === 'recent')
    return { text: ` and (${last} is null or ${last} >= ?${open ? ` or ${open} = ?` : ''})`, values };
  return { text: ` and ${last} < ?${open ? ` and ${open} <> ?` : ''}`, values };
}

/** Reads rows of synced tables as arrays in wire order. */
export class RowReader {
  readonly #database: ServerDatabase;
  readonly #schoolId: number;

  constructor(database: ServerDatabase, schoolId: number) {
    this.#database = database;
    this.#schoolId = schoolId;
  }

  /** Rows written after a revision. */
  async after(table: TableName, revision: number): Promise<Cell[][]> {
    return this.#database.selectArrays(
      `select ${selectList(table)} from ${snakeCase(table)} where school_id = ? and revision > ?`,
      [this.#schoolId, revision],
    );
  }

  /** All rows whose column is one of the values. */
  async where(table: TableName, column: string, values: readonly string[]): Promise<Cell[][]> {
    const found: Cell[][] = [];
    for (let start = 0; start < values.length; start += CHUNK) {
      const part = values.slice(start, start + CHUNK);
      const text = `select ${selectList(table)} from ${snakeCase(table)} where school_id = ? and ${snakeCase(column)} in (${part.map(() => '?').join(', ')})`;
      found.push(...(await this.#database.selectArrays(text, [this.#schoolId, ...part])));
    }
    return found;
  }

  /** All rows of a table. */
  async all(table: TableName): Promise<Cell[][]> {
    return this.#database.selectArrays(
      `select ${selectList(table)} from ${snakeCase(table)} where school_id = ?`,
      [this.#schoolId],
    );
  }

  /**
   * The next rows in id order that hang on roots a view contains; for first pulls.
   * @param since the first day that counts as recent
   */
  async page(step: FirstPullStep, since: Day, view: View, { afterId, limit }: Page): Promise<Cell[][]> {
    const { table } = step;
    const { facet } = secondRooted(table);
    const rootColumn = tables[table].rootColumn;
    const roots = view.seesAll(facet) || rootColumn === null ? null : [...view.rootsOf(facet)];
    const visible =
      roots === null ? '' : ` and ${snakeCase(rootColumn ?? 'id')} in (${roots.map(() => '?').join(', ')})`;
    const part = conditionOf(step, since);
    const text = `select ${selectList(table)} from ${snakeCase(table)} where school_id = ? and id > ?${visible}${part.text} order by id limit ?`;
    return this.#database.selectArrays(text, [
      this.#schoolId,
      afterId,
      ...(roots ?? []),
      ...part.values,
      limit,
    ]);
  }

  /** How many rows a first pull will look at, for its progress bar. */
  async count(table: TableName, view: View): Promise<number> {
    const { facet } = secondRooted(table);
    const rootColumn = tables[table].rootColumn;
    const roots = view.seesAll(facet) || rootColumn === null ? null : [...view.rootsOf(facet)];
    const condition =
      roots === null ? '' : ` and ${snakeCase(rootColumn ?? 'id')} in (${roots.map(() => '?').join(', ')})`;
    const [row] = await this.#database.selectArrays(
      `select count(*) from ${snakeCase(table)} where school_id = ?${condition}`,
      [this.#schoolId, ...(roots ?? [])],
    );
    return Number(row?.[0] ?? 0);
  }
}

/** Keeps the rows (in wire order) that the view contains. */
export function visibleRows(table: TableName, rows: readonly Cell[][], view: View): Cell[][] {
  const { facet, secondRoot } = secondRooted(table);
  const columns = columnNames(table);
  const root = tables[table].rootColumn;
  const rootIndex = root === null ? -1 : columns.indexOf(root);
  const secondIndex = secondRoot ? columns.indexOf(secondRoot.column) : -1;
  if (view.seesAll(facet) && (!secondRoot || view.seesAll(secondRoot.facet))) return [...rows];
  return rows.filter((row) => {
    if (!view.sees(facet, rootIndex < 0 ? '-' : String(row[rootIndex]))) return false;
    return !secondRoot || view.sees(secondRoot.facet, String(row[secondIndex]));
  });
}
