import type { Change } from '../../../src-shared/contract/command.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { listedName } from '../../../src-shared/roster/listed-name.ts';
import type { Staying } from '../../../src-shared/roster/undo/judge.ts';
import { takeBack } from '../../../src-shared/roster/undo/take-back.ts';
import type { DomainReader, TableName } from '../../../src-shared/tables/registry.ts';
import { among } from '../today/among.ts';

type UndoPreview = OperationResult<'roster.undoPreview'>;

const collator = new Intl.Collator('de', { numeric: true });
const kinds: readonly Staying['kind'][] = ['student', 'guardian', 'class'];

/** What the undo of an import would do now; of an import that is unknown, nothing. */
export async function previewUndo(db: DomainReader, importId: string): Promise<UndoPreview> {
  const imported = await db
    .selectFrom('rosterImport')
    .selectAll()
    .where('id', '=', importId)
    .executeTakeFirst();
  const { changes, staying } = imported ? await takeBack(db, imported, null) : { changes: [], staying: [] };
  const gone = (table: TableName) =>
    changes.flatMap((change) => (change.kind === 'remove' && change.table === table ? [change.id] : []));
  const goneIds = new Set([...gone('student'), ...gone('guardian')]);
  const returning = (root: 'student' | 'guardian') => {
    const changed = new Set(changes.flatMap((change) => rootChanged(change, root)));
    return [...changed].filter((id) => !goneIds.has(id)).length;
  };
  const stays = onePerPerson(staying);
  const own = stays.filter(({ reason }) => reason !== 'belongsToStaying');
  const withOthers = (kind: Staying['kind']) =>
    stays.filter((one) => one.kind === kind && !own.includes(one)).length;
  return {
    goes: {
      students: gone('student').length,
      guardians: gone('guardian').length,
      guardianships: gone('guardianship').length,
      classes: gone('schoolClass').length,
    },
    returns: { students: returning('student'), guardians: returning('guardian') },
    stays: await named(db, own),
    staysWith: { guardians: withOthers('guardian'), classes: withOthers('class') },
  };
}

/** The child or guardian of whom a change takes something back. */
function rootChanged(change: Change, root: 'student' | 'guardian'): string[] {
  const tables: readonly TableName[] =
    root === 'student' ? ['student', 'studentDetail'] : ['guardian', 'guardianAddress', 'guardianContact'];
  if (!tables.includes(change.table)) return [];
  return [change.kind === 'remove' ? change.rootId : change.row.id];
}

/** Several rows of one person may stay; its own reason counts before that it belongs to somebody. */
function onePerPerson(staying: readonly Staying[]): Staying[] {
  const found = new Map<string, Staying>();
  for (const one of staying) {
    const key = `${one.kind} ${one.id}`;
    if (found.get(key)?.reason === 'belongsToStaying' || !found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

async function named(db: DomainReader, staying: readonly Staying[]): Promise<UndoPreview['stays']> {
  const ids = staying.map(({ id }) => id);
  const students = await db
    .selectFrom('student')
    .leftJoin('schoolClass', 'schoolClass.id', 'student.classId')
    .select(['student.id', 'givenName', 'familyName', 'schoolClass.name as className'])
    .where(among('student.id', ids))
    .execute();
  const guardians = await db
    .selectFrom('guardian')
    .select(['id', 'givenName', 'familyName'])
    .where(among('id', ids))
    .execute();
  const classes = await db.selectFrom('schoolClass').select(['id', 'name']).where(among('id', ids)).execute();
  const names = new Map<string, { name: string; className: string }>([
    ...students.map((row) => [row.id, { name: listedName(row), className: row.className ?? '' }] as const),
    ...guardians.map((row) => [row.id, { name: listedName(row), className: '' }] as const),
    ...classes.map(({ id, name }) => [id, { name, className: '' }] as const),
  ]);
  return staying
    .flatMap(({ kind, id, reason }) => {
      const known = names.get(id);
      return known ? [{ kind, reason, ...known }] : [];
    })
    .sort(
      (left, right) =>
        kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || collator.compare(left.name, right.name),
    );
}
