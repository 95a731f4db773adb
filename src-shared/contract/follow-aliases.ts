import { rowsAmong } from '../roster/rows-among.ts';
import type { DomainReader } from '../tables/registry.ts';

/** Merges on top of merges; more than this is no chain that people have made. */
const LONGEST_CHAIN = 20;

/**
 * Arguments in which children and guardians that were merged into others are named by those: an entry made offline, or
 * a call that was parked, still speaks of the lost one. Looks at every field whose name ends in `studentId` or
 * `guardianId`. What names nobody merged comes back as it is.
 */
export async function followAliases<T>(db: DomainReader, args: T): Promise<T> {
  const named = { student: new Set<string>(), guardian: new Set<string>() };
  collect(args, named);
  const kept = new Map([
    ...(await keptIds(named.student, async (ids) =>
      (await rowsAmong(db, 'studentAlias', 'id', ids)).map(({ id, studentId }) => [id, studentId] as const),
    )),
    ...(await keptIds(named.guardian, async (ids) =>
      (
        await rowsAmong(db, 'guardianAlias', 'id', ids)
      ).map(({ id, guardianId }) => [id, guardianId] as const),
    )),
  ]);
  // Only ids are exchanged for ids: the shape stays.
  return kept.size === 0 ? args : (replaced(args, kept) as T);
}

type Kind = 'student' | 'guardian';

function kindOf(field: string): Kind | null {
  if (/studentId$/i.test(field)) return 'student';
  return /guardianId$/i.test(field) ? 'guardian' : null;
}

function collect(value: unknown, named: Record<Kind, Set<string>>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    const kind = kindOf(field);
    if (kind !== null && typeof inner === 'string') named[kind].add(inner);
    else collect(inner, named);
  }
}

async function keptIds(
  ids: ReadonlySet<string>,
  read: (ids: Iterable<string>) => Promise<(readonly [string, string])[]>,
): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  let open = new Map([...ids].map((id) => [id, id]));
  for (let step = 0; open.size > 0 && step < LONGEST_CHAIN; step += 1) {
    const found = new Map(await read(open.values()));
    const next = new Map<string, string>();
    for (const [id, present] of open) {
      const further = found.get(present);
      if (further === undefined) continue;
      kept.set(id, further);
      next.set(id, further);
    }
    open = next;
  }
  return kept;
}

function replaced(value: unknown, kept: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, kept));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      kindOf(field) !== null && typeof inner === 'string'
        ? (kept.get(inner) ?? inner)
        : replaced(inner, kept),
    ]),
  );
}
