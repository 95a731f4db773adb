import { handoverId } from '../../../src-server/sync/hand-over.ts';
import { type TableName, tableNames } from '../../../src-shared/tables/registry.ts';
import type { SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

/** What must hold once faults have stopped; each broken one is a sentence. */
export async function brokenInvariants(world: World): Promise<string[]> {
  const broken = [...new Set(world.oracle.violations.map((violation) => `I4: ${violation}`))];
  const { parts } = world.server;
  if (!parts) return [...broken, 'the server is down'];
  const answered = await parts.db.selectFrom('syncEntry').select(['entryId', 'status', 'argsHash']).execute();
  const handovers = await parts.db.selectFrom('handover').select('id').execute();
  const withOffice = new Set(handovers.map(({ id }) => id));
  const status = new Map(
    answered.map((row) => [row.entryId, withOffice.has(handoverId(row)) ? 'handedOver' : row.status]),
  );
  for (const desk of world.desks) {
    broken.push(...(await lostEntries(desk, status)), ...(await differences(world, desk)));
  }
  broken.push(...(await auditGaps(world)), ...(await feedHoles(world)));
  broken.push(...(await contradictions(world)), ...(await looseTies(world)));
  return broken;
}

/** I1, I7: what a desk took is done at the server, lies with the office, or is shown to the person as refused. */
async function lostEntries(desk: SimDesk, status: ReadonlyMap<string, string>): Promise<string[]> {
  const { refused } = await desk.outbox();
  const shown = new Set(refused);
  return desk.taken.flatMap(({ id, name }) => {
    const answer = status.get(id);
    if (answer === undefined && !shown.has(id)) return [`I1: ${name} of ${desk.person.userName} is lost`];
    if (answer === 'refused' && !shown.has(id))
      return [`I7: ${name} of ${desk.person.userName} was refused without being shown`];
    return [];
  });
}

/** I3, I4: a desk holds exactly what the server would send it anew. */
async function differences(world: World, desk: SimDesk): Promise<string[]> {
  const expected = await serverView(world, desk);
  const held = await desk.rows();
  const found = tableNames.flatMap((table) => {
    const wanted = expected.get(table) ?? new Map<unknown, string>();
    const own = new Map(held[table].map((row) => [row[0], JSON.stringify(row)]));
    return tableDifferences(desk.person.userName, table, wanted, own);
  });
  return [...new Set(found)];
}

function tableDifferences(
  who: string,
  table: TableName,
  wanted: ReadonlyMap<unknown, string>,
  own: ReadonlyMap<unknown, string>,
): string[] {
  const lacking = [...wanted].filter(([id, row]) => own.get(id) !== row);
  const extra = [...own.keys()].filter((id) => !wanted.has(id));
  return [
    ...lacking.map(([id]) => `I3: ${who} ${own.has(id) ? 'holds another' : 'lacks a'} row of ${table}`),
    ...extra.map(() => `I3/I5: ${who} holds a row of ${table} too many`),
  ];
}

async function serverView(world: World, desk: SimDesk): Promise<Map<TableName, Map<unknown, string>>> {
  const view = new Map<TableName, Map<unknown, string>>(tableNames.map((table) => [table, new Map()]));
  const { id: personId, role } = desk.person;
  const session = { schoolId: 1, accountId: 'check', personId, role, name: '', deviceId: 'check' };
  for await (const line of world.server.parts?.sync.firstPull(session, null) ?? []) {
    if (line.kind !== 'rows') continue;
    for (const row of line.rows) view.get(line.table)?.set(row[0], JSON.stringify(row));
  }
  return view;
}

/** I2, I9: one audit entry for each entry that had an effect, none twice. */
async function auditGaps(world: World): Promise<string[]> {
  const { parts } = world.server;
  if (!parts) return [];
  const audits = await parts.db
    .selectFrom('auditEntry')
    .select(['entryId', 'revision'])
    .where('entryId', 'is not', null)
    .execute();
  const seen = new Set<string | null>();
  const doubled = audits.filter(({ entryId }) => seen.size === seen.add(entryId).size);
  return doubled.length > 0 ? [`I2/I9: ${doubled.length} entries had their effect twice`] : [];
}

/** I6: revisions rise by one, and no row is newer than the newest. */
async function feedHoles(world: World): Promise<string[]> {
  const { parts } = world.server;
  if (!parts) return [];
  const revisions = (await parts.db.selectFrom('feed').select('revision').orderBy('revision').execute()).map(
    (row) => row.revision,
  );
  const gap = revisions.some((revision, index) => index > 0 && revision !== (revisions[index - 1] ?? 0) + 1);
  return gap ? ['I6: the feed has a hole'] : [];
}

/**
 * However much was taken back and in whatever order: an absence stands for a report or for granted leave, its
 * mark stands with it, and a report in the inbox belongs to no absence and to nobody's decision. However the school year
 * was changed, nobody at the school is in a class of the old one.
 */
async function contradictions(world: World): Promise<string[]> {
  const { parts } = world.server;
  if (!parts) return [];
  const { db } = parts;
  const standing = (await db.selectFrom('absence').select('id').where('withdrawn', '=', 0).execute()).map(
    ({ id }) => id,
  );
  const reports = await db.selectFrom('absenceReport').selectAll().execute();
  const accepted = new Set(reports.filter(({ state }) => state === 'accepted').map((row) => row.absenceId));
  const marks = new Set((await db.selectFrom('absenceMark').select('id').execute()).map(({ id }) => id));
  const waiting = reports.filter(({ state }) => state === 'waiting');
  const open = new Set(
    (await db.selectFrom('schoolClass').select('id').where('endedOn', 'is', null).execute()).map(
      ({ id }) => id,
    ),
  );
  const present = await db.selectFrom('student').select('classId').where('leftOn', 'is', null).execute();
  return [
    ...standing.filter((id) => !accepted.has(id)).map(() => 'an absence stands for no report'),
    ...standing.filter((id) => !marks.has(id)).map(() => 'an absence stands without its mark'),
    ...(marks.size > standing.length ? ['a mark stands for no absence'] : []),
    ...present
      .filter(({ classId }) => classId !== null && !open.has(classId))
      .map(() => 'a child is in a class that is over'),
    ...waiting
      .filter(
        (report) => report.absenceId !== null || report.decidedBy !== null || report.asReported !== null,
      )
      .map(() => 'a report waits and is decided'),
  ];
}

/** However guardians were merged and separated: ties and numbers are somebody's, and each child has a guardian once. */
async function looseTies(world: World): Promise<string[]> {
  const { parts } = world.server;
  if (!parts) return [];
  const { db } = parts;
  const guardians = new Set((await db.selectFrom('guardian').select('id').execute()).map(({ id }) => id));
  const ties = await db.selectFrom('guardianship').select(['guardianId', 'studentId']).execute();
  const contacts = await db.selectFrom('guardianContact').select('guardianId').execute();
  const aliases = await db.selectFrom('guardianAlias').select(['id', 'guardianId']).execute();
  // A chain where people merged on: its end is somebody.
  const merged = new Set(aliases.map(({ id }) => id));
  const pairs = new Set(ties.map(({ guardianId, studentId }) => `${guardianId} ${studentId}`));
  return [
    ...ties.filter((tie) => !guardians.has(tie.guardianId)).map(() => 'a tie leads to nobody'),
    ...contacts.filter((row) => !guardians.has(row.guardianId)).map(() => 'a number is nobody’s'),
    ...(pairs.size < ties.length ? ['a child has the same guardian twice'] : []),
    ...aliases.filter(({ id }) => guardians.has(id)).map(() => 'a guardian is merged away and still there'),
    ...aliases
      .filter(({ guardianId }) => !guardians.has(guardianId) && !merged.has(guardianId))
      .map(() => 'a guardian is merged into nobody'),
  ];
}
