import { rosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import type { ReadFileOptions, ReadRosterFile } from '../read-file.ts';
import { type Part, readPart } from './read-part.ts';
import { readPeople, type Tables } from './read-people.ts';
import { type OneRosterTable, oneRosterTables as spellings } from './tables.ts';

export type OneRosterParts = ReadonlyMap<
  OneRosterTable,
  { readonly path: string; readonly bytes: Uint8Array }
>;

/** The tables of a OneRoster export among the parts of a zip, in whatever folder; null when it is none. */
export function oneRosterParts(parts: ReadonlyMap<string, Uint8Array>): OneRosterParts | null {
  const found = new Map<OneRosterTable, { path: string; bytes: Uint8Array }>();
  for (const [path, bytes] of parts) {
    const name = /([^/\\]+)\.csv$/i.exec(path)?.[1]?.toLowerCase();
    const table = (Object.keys(spellings) as OneRosterTable[]).find((known) => known === name);
    if (table) found.set(table, { path, bytes });
  }
  return found.has('users') && (found.has('manifest') || found.has('enrollments')) ? found : null;
}

/**
 * Reads a OneRoster 1.1 or 1.2 zip: children with class and birth date, guardians with contacts. Of `demographics` only
 * the birth date is read; origin and the like are none of our business.
 */
export function* readOneRosterSteps(
  parts: OneRosterParts,
  options: ReadFileOptions,
  tally: Tally,
): Stepwise<ReadRosterFile> {
  const { file } = options;
  tally.total = 0;
  const tables = {
    users: yield* readTable(parts, 'users', spellings.users, options, tally),
    roles: yield* readTable(parts, 'roles', spellings.roles, options, tally),
    classes: yield* readTable(parts, 'classes', spellings.classes, options, tally),
    enrollments: yield* readTable(parts, 'enrollments', spellings.enrollments, options, tally),
    demographics: yield* readTable(parts, 'demographics', spellings.demographics, options, tally),
    manifest: yield* readTable(parts, 'manifest', spellings.manifest, options, tally),
  } satisfies Tables;
  const missing = (['sourcedId', 'givenName', 'familyName'] as const).filter((name) =>
    tables.users.missing.includes(name),
  );
  const own = `${file} · ${tables.users.path}`;
  if (missing.length > 0) {
    const params = { format: 'oneRoster', missing: missing.join(', '), columns: tables.users.path };
    return { kind: 'refused', problem: rosterProblem('columnsMissing', own, { params }) };
  }
  if (tables.users.rows.length === 0)
    return { kind: 'refused', problem: rosterProblem('onlyHeader', own, { line: 1 }) };
  const people = readPeople(tables, file, options.today);
  const broken = Object.values(tables).flatMap((part) =>
    part.broken.map(({ line, text: value }) =>
      rosterProblem('quotesUnbalanced', `${file} · ${part.path}`, { line, value }),
    ),
  );
  const unreadable = [...broken, ...people.unreadable];
  const isDelta = tables.manifest.rows.some(
    ({ cells }) => cells.property.toLowerCase() === 'file.users' && cells.value.toLowerCase() === 'delta',
  );
  return {
    kind: 'read',
    roster: {
      ...people,
      file,
      format: 'oneRoster',
      encoding: 'utf-8',
      separator: ',',
      // A delta holds only what has changed; who isn't in it has not left.
      covers: isDelta ? 'guardians' : 'both',
      unreadable,
    },
  };
}

function* readTable<Name extends string>(
  parts: OneRosterParts,
  table: OneRosterTable,
  columns: Readonly<Record<Name, readonly string[]>>,
  { encoding }: ReadFileOptions,
  tally: Tally,
): Stepwise<Part<Name>> {
  const { path, bytes } = parts.get(table) ?? { path: `${table}.csv`, bytes: new Uint8Array() };
  return yield* readPart(path, bytes, columns, encoding, tally);
}
