import type { DomainReader, Row } from '../../tables/registry.ts';
import { type Cells, cellsAmong, rowsAmong } from '../rows-among.ts';
import { workedWith } from './later-work.ts';
import { importedTables, type RowImage, readImages } from './row-image.ts';

/** What one part of an import did to a child or a guardian. */
export interface BeforeImage {
  /** The row of `studentBefore` or `guardianBefore`. */
  readonly kept: Row<'studentBefore'> | Row<'guardianBefore'>;
  readonly root: 'student' | 'guardian';
  readonly rootId: string;
  readonly part: number;
  readonly rows: readonly RowImage[];
}

/** Everything that decides what an import's undo takes back. */
export interface UndoFacts {
  readonly imported: Row<'rosterImport'>;
  /** The images to be undone. */
  readonly images: readonly BeforeImage[];
  /** All images of the import about the same families, newest part first: row key → images. */
  readonly chains: ReadonlyMap<string, readonly RowImage[]>;
  /** Row key → the row as it stands, for all rows of `chains`. */
  readonly now: ReadonlyMap<string, Cells>;
  /** All ties of the families. */
  readonly ties: readonly Row<'guardianship'>[];
  /** Children and guardians that the import has made. */
  readonly made: ReadonlySet<string>;
  /** Made ones with whom somebody has worked since, and others with whom since the import. */
  readonly worked: ReadonlySet<string>;
  /** `studentId guardianId`: who has reported the child or was called about it. */
  readonly spoken: ReadonlySet<string>;
  /** Made guardians who got a contact or an address that the import did not bring. */
  readonly enriched: ReadonlySet<string>;
  /** Classes that exist. */
  readonly classIds: ReadonlySet<string>;
}

/** Table and id of a row, as one key. */
export function rowKey(table: string, id: string): string {
  return `${table} ${id}`;
}

/** @param part one part of the import, or null for all that is left of it */
export async function readUndoFacts(
  db: DomainReader,
  imported: Row<'rosterImport'>,
  part: number | null,
): Promise<UndoFacts> {
  const images = await readImagesOf(db, imported.id, part);
  const rootIds = (root: BeforeImage['root']) =>
    images.filter((image) => image.root === root).map((image) => image.rootId);
  const own = await rowsAmong(db, 'guardianship', 'guardianId', rootIds('guardian'));
  const students = new Set([...rootIds('student'), ...own.map((tie) => tie.studentId)]);
  const ofStudents = await rowsAmong(db, 'guardianship', 'studentId', students);
  const ties = [...new Map([...own, ...ofStudents].map((tie) => [tie.id, tie])).values()];
  const guardians = new Set([...rootIds('guardian'), ...ofStudents.map((tie) => tie.guardianId)]);
  const chains = chainsOf(await imagesAbout(db, imported.id, students, guardians));
  const made = new Set(
    [...chains].flatMap(([key, chain]) =>
      /^(student|guardian) /.test(key) && chain.some(isMaking) ? [key.split(' ')[1] ?? ''] : [],
    ),
  );
  return {
    imported,
    images,
    chains,
    now: await rowsNow(db, chains),
    ties,
    made,
    worked: new Set([
      ...(await workedWith(db, 'student', among(students, made), null)),
      ...(await workedWith(db, 'student', readmitted(chains), imported.at)),
      ...(await workedWith(db, 'guardian', among(guardians, made), null)),
    ]),
    spoken: await spokenWith(
      db,
      [...students].filter((id) => !made.has(id)),
    ),
    enriched: await enrichedGuardians(db, guardians, made, chains),
    classIds: new Set((await db.selectFrom('schoolClass').select('id').execute()).map(({ id }) => id)),
  };
}

function isMaking(image: RowImage): boolean {
  return image.before === null;
}

async function readImagesOf(db: DomainReader, importId: string, part: number | null): Promise<BeforeImage[]> {
  const students = db.selectFrom('studentBefore').selectAll().where('importId', '=', importId);
  const guardians = db.selectFrom('guardianBefore').selectAll().where('importId', '=', importId);
  return [
    ...(await (part === null ? students : students.where('part', '=', part)).execute()).map(imageOfStudent),
    ...(await (part === null ? guardians : guardians.where('part', '=', part)).execute()).map(
      imageOfGuardian,
    ),
  ];
}

async function imagesAbout(
  db: DomainReader,
  importId: string,
  students: Iterable<string>,
  guardians: Iterable<string>,
): Promise<BeforeImage[]> {
  return [
    ...(await rowsAmong(db, 'studentBefore', 'studentId', students)).map(imageOfStudent),
    ...(await rowsAmong(db, 'guardianBefore', 'guardianId', guardians)).map(imageOfGuardian),
  ].filter(({ kept }) => kept.importId === importId);
}

function imageOfStudent(kept: Row<'studentBefore'>): BeforeImage {
  return { kept, root: 'student', rootId: kept.studentId, part: kept.part, rows: readImages(kept.rows) };
}

function imageOfGuardian(kept: Row<'guardianBefore'>): BeforeImage {
  return { kept, root: 'guardian', rootId: kept.guardianId, part: kept.part, rows: readImages(kept.rows) };
}

function chainsOf(images: readonly BeforeImage[]): Map<string, RowImage[]> {
  const chains = new Map<string, RowImage[]>();
  for (const { rows } of [...images].sort((left, right) => right.part - left.part)) {
    for (const image of rows) {
      const key = rowKey(image.table, image.id);
      chains.set(key, [...(chains.get(key) ?? []), image]);
    }
  }
  return chains;
}

async function rowsNow(db: DomainReader, chains: UndoFacts['chains']): Promise<Map<string, Cells>> {
  const images = [...chains.values()].flat();
  const found = new Map<string, Cells>();
  for (const table of importedTables) {
    const ids = images.filter((image) => image.table === table).map((image) => image.id);
    for (const row of await cellsAmong(db, table, 'id', ids)) found.set(rowKey(table, String(row.id)), row);
  }
  return found;
}

/** Children who had left before the import: taking it back takes them from every list. */
function readmitted(chains: UndoFacts['chains']): string[] {
  return [...chains.values()]
    .flat()
    .filter(({ table, before }) => table === 'student' && (before?.leftOn ?? null) !== null)
    .map(({ id }) => id);
}

async function spokenWith(db: DomainReader, students: Iterable<string>): Promise<Set<string>> {
  const rows = [
    ...(await rowsAmong(db, 'absenceReport', 'studentId', students)),
    ...(await rowsAmong(db, 'contactAttempt', 'studentId', students)),
  ];
  return new Set(rows.map(({ studentId, guardianId }) => `${studentId} ${guardianId}`));
}

async function enrichedGuardians(
  db: DomainReader,
  guardians: Set<string>,
  made: Set<string>,
  chains: UndoFacts['chains'],
): Promise<Set<string>> {
  const ids = among(guardians, made);
  const contacts = await rowsAmong(db, 'guardianContact', 'guardianId', ids);
  const addresses = await rowsAmong(db, 'guardianAddress', 'id', ids);
  return new Set([
    ...contacts.filter(({ id }) => !chains.has(rowKey('guardianContact', id))).map((row) => row.guardianId),
    ...addresses.filter(({ id }) => !chains.has(rowKey('guardianAddress', id))).map((row) => row.id),
  ]);
}

function among(ids: Iterable<string>, others: ReadonlySet<string>): string[] {
  return [...ids].filter((id) => others.has(id));
}
