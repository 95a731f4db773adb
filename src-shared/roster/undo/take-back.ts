import { type Change, put, remove } from '../../contract/command.ts';
import { type DomainReader, type Row, rootIdOf } from '../../tables/registry.ts';
import { type BeforeImage, readUndoFacts, rowKey, type UndoFacts } from './facts.ts';
import { type Staying, UndoJudge } from './judge.ts';
import { rowsThatFollow } from './later-work.ts';
import { type RowImage, writeImages } from './row-image.ts';
import { takeBackClasses } from './take-back-classes.ts';

/** What taking an import back changes. */
export interface TakenBack {
  /** Rows of the register. */
  readonly changes: readonly Change[];
  /** The images that are done, or done in part. */
  readonly images: readonly Change[];
  /** Classes that are still there, as `rosterImport.classes` keeps them. */
  readonly classes: readonly RowImage[];
  readonly staying: readonly Staying[];
}

/**
 * What the undo of an import, or of one part of it, does with the register as it stands. The classes that an import has
 * made go with its first part, when everybody has left them again.
 */
export async function takeBack(
  db: DomainReader,
  imported: Row<'rosterImport'>,
  part: number | null,
): Promise<TakenBack> {
  const facts = await readUndoFacts(db, imported, part);
  const judge = new UndoJudge(facts);
  const changes = new Map<string, Change>();
  const images: Change[] = [];
  const staying: Staying[] = [];
  for (const image of [...facts.images].sort((left, right) => right.part - left.part)) {
    const left = image.rows.filter((row) => {
      const verdict = judge.verdict(row, image);
      if (verdict === 'takeBack')
        changes.set(rowKey(row.table, row.id), changeFor(row, image, facts, changes));
      else if (verdict !== 'gone') staying.push({ kind: image.root, id: image.rootId, reason: verdict });
      return verdict !== 'takeBack' && verdict !== 'gone';
    });
    images.push(imageAfter(image, left));
  }
  const register = [...changes.values()];
  const classes = part === null || part === 1 ? await takeBackClasses(db, imported, register) : null;
  return {
    changes: [...register, ...(await followers(db, register)), ...(classes?.changes ?? [])],
    images,
    classes: classes?.left ?? [],
    staying: [...staying, ...(classes?.staying ?? [])],
  };
}

/** Seen as a whole, a row may be taken back over several parts: each begins where the later one has ended. */
function changeFor(
  row: RowImage,
  image: BeforeImage,
  facts: UndoFacts,
  changes: ReadonlyMap<string, Change>,
): Change {
  if (row.before === null) return remove(row.table, row.id, image.rootId);
  const later = changes.get(rowKey(row.table, row.id));
  const now = later?.kind === 'put' ? later.row : facts.now.get(rowKey(row.table, row.id));
  // The row is the table's own, and so are the fields that were kept of it.
  return put(row.table, { ...now, ...row.before } as never);
}

function imageAfter({ kept, root }: BeforeImage, left: readonly RowImage[]): Change {
  const table = root === 'student' ? 'studentBefore' : 'guardianBefore';
  if (left.length === 0) return remove(table, kept.id, rootIdOf(table, { ...kept }));
  // The row was read from this very table.
  return put(table, { ...kept, rows: writeImages(left) } as never);
}

/** Histories and the like of children and guardians that go. */
async function followers(db: DomainReader, changes: readonly Change[]): Promise<Change[]> {
  const gone = (table: 'student' | 'guardian') =>
    changes.flatMap((change) => (change.kind === 'remove' && change.table === table ? [change.id] : []));
  const rows = [
    ...(await rowsThatFollow(db, 'student', gone('student'))),
    ...(await rowsThatFollow(db, 'guardian', gone('guardian'))),
  ];
  return rows.map(([table, id, rootId]) => remove(table, id, rootId));
}
