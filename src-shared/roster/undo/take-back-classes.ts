import { type Change, remove } from '../../contract/command.ts';
import type { DomainReader, Row } from '../../tables/registry.ts';
import { rowsAmong } from '../rows-among.ts';
import type { Staying } from './judge.ts';
import { isAsImported, type RowImage, readImages } from './row-image.ts';

interface TakenBackClasses {
  readonly changes: readonly Change[];
  readonly left: readonly RowImage[];
  readonly staying: readonly Staying[];
}

/**
 * The classes an import has made, when the rest of it is taken back by `register`: one that is named by anybody stays.
 */
export async function takeBackClasses(
  db: DomainReader,
  imported: Row<'rosterImport'>,
  register: readonly Change[],
): Promise<TakenBackClasses> {
  const images = readImages(imported.classes);
  const rows = await rowsAmong(
    db,
    'schoolClass',
    'id',
    images.map(({ id }) => id),
  );
  const now = new Map(rows.map((row) => [row.id, row]));
  const used = await usedClasses(db, [...now.keys()]);
  const inhabited = await inhabitedClasses(db, [...now.keys()], register);
  const changes: Change[] = [];
  const left: RowImage[] = [];
  const staying: Staying[] = [];
  for (const image of images) {
    const row = now.get(image.id);
    if (!row) continue;
    const reason = !isAsImported(row, image)
      ? 'changedSince'
      : used.has(image.id)
        ? 'usedSince'
        : inhabited.has(image.id)
          ? 'belongsToStaying'
          : null;
    if (reason === null) changes.push(remove('schoolClass', image.id, '-'));
    else {
      left.push(image);
      staying.push({ kind: 'class', id: image.id, reason });
    }
  }
  return { changes, left, staying };
}

/** Classes with a teacher, a roll call, a child that came or went, or a group that names them. */
async function usedClasses(db: DomainReader, ids: readonly string[]): Promise<Set<string | null>> {
  const rows = [
    ...(await rowsAmong(db, 'classAssignment', 'classId', ids)),
    ...(await rowsAmong(db, 'rollCall', 'classId', ids)),
    ...(await rowsAmong(db, 'rollCallMark', 'classId', ids)),
  ];
  const ruled = ids.length > 0 ? await db.selectFrom('schoolGroup').select('rule').execute() : [];
  const named = ids.filter((id) => ruled.some(({ rule }) => rule?.includes(id)));
  const moves = [
    ...(await rowsAmong(db, 'classMove', 'fromClassId', ids)),
    ...(await rowsAmong(db, 'classMove', 'toClassId', ids)),
  ];
  const passed = moves.flatMap(({ fromClassId, toClassId }) => [fromClassId, toClassId]);
  return new Set([...rows.map((row) => row.classId), ...named, ...passed]);
}

/** Classes in which there will still be a child. */
async function inhabitedClasses(
  db: DomainReader,
  ids: readonly string[],
  register: readonly Change[],
): Promise<Set<string | null>> {
  const after = new Map((await rowsAmong(db, 'student', 'classId', ids)).map((row) => [row.id, row.classId]));
  for (const change of register) {
    if (change.table !== 'student') continue;
    if (change.kind === 'put') after.set(change.row.id, change.row.classId);
    else after.delete(change.id);
  }
  return new Set(after.values());
}
