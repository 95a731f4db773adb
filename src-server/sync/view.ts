import { type Facet, isFacet } from '../../src-shared/rights/facets.ts';
import type { Grant } from '../../src-shared/sync/protocol.ts';
import { rootIdOf, type TableName, tables } from '../../src-shared/tables/registry.ts';
import type { ServerKysely } from '../database/schema.ts';
import type { Cell } from '../database/server-database.ts';

/** An interval of one person, as stored. */
export interface Interval {
  readonly facet: Facet;
  readonly rootId: string;
  readonly sinceRevision: number;
  readonly untilRevision: number | null;
  readonly untilDay: string | null;
}

/** What one person may see at one moment. */
export class View {
  readonly #all = new Set<Facet>();
  readonly #roots = new Map<Facet, Set<string>>();

  constructor(intervals: readonly Pick<Interval, 'facet' | 'rootId'>[]) {
    for (const { facet, rootId } of intervals) {
      if (rootId === '*') this.#all.add(facet);
      else if (!this.#roots.get(facet)?.add(rootId)) this.#roots.set(facet, new Set([rootId]));
    }
  }

  /** True when all roots of the facet are visible. */
  seesAll(facet: Facet): boolean {
    return this.#all.has(facet);
  }

  /** The single roots of a facet that are visible (besides `*`). */
  rootsOf(facet: Facet): ReadonlySet<string> {
    return this.#roots.get(facet) ?? new Set();
  }

  /** True when any root of the facet is visible. */
  seesAny(facet: Facet): boolean {
    return this.#all.has(facet) || this.#roots.has(facet);
  }

  sees(facet: Facet, rootId: string): boolean {
    return this.#all.has(facet) || (this.#roots.get(facet)?.has(rootId) ?? false);
  }

  /** A row is visible when its root is, and its second root too where it joins two. */
  seesRow(table: TableName, row: Readonly<Record<string, Cell>>): boolean {
    const { facet, secondRoot } = secondRooted(table);
    if (!this.sees(facet, rootIdOf(table, row))) return false;
    return !secondRoot || this.sees(secondRoot.facet, String(row[secondRoot.column]));
  }
}

/** The table's facet and second end, with the latter's type made plain. */
export function secondRooted(table: TableName): {
  facet: Facet;
  secondRoot: { facet: Facet; column: string } | undefined;
} {
  const description: { facet: Facet; secondRoot?: { facet: Facet; column: string } } = tables[table];
  return { facet: description.facet, secondRoot: description.secondRoot };
}

/** All intervals of a person that are open, or that changed after a revision. */
export async function loadIntervals(
  db: ServerKysely,
  schoolId: number,
  staffId: string,
  after: number,
): Promise<Interval[]> {
  const rows = await db
    .selectFrom('visibility')
    .select(['facet', 'rootId', 'sinceRevision', 'untilRevision', 'untilDay'])
    .where('schoolId', '=', schoolId)
    .where('staffId', '=', staffId)
    .where((where) => where.or([where('untilRevision', 'is', null), where('untilRevision', '>', after)]))
    .execute();
  return rows.flatMap((row) => (isFacet(row.facet) ? [{ ...row, facet: row.facet }] : []));
}

/** An open interval as the device is told of it. */
export function grantOf(interval: Interval): Grant {
  return { facet: interval.facet, rootId: interval.rootId, untilDay: interval.untilDay };
}
