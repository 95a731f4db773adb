import type { TableName } from '../../../src-shared/tables/registry.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { type Known, knownTo } from './known-rows.ts';
import type { World } from './world.ts';

/** Takes back something a desk knows of: mostly its own doing, sometimes somebody else's, sometimes too late. */
export async function takeBack(world: World): Promise<void> {
  const desk = world.anyDesk();
  if (!desk.isUp) return;
  const known = await knownTo(desk);
  const own = (table: TableName, column: string) => {
    const rows = known(table);
    const mine = rows.filter((row) => row[column] === desk.person.id);
    return mine.length > 0 && world.chance.happens(0.8) ? mine : rows;
  };
  const choices: [string, readonly Known[], (row: Known) => object][] = [
    ['absences.reopenReport', own('absenceReport', 'decidedBy'), (row) => ofChild(row, 'reportId')],
    ['absences.withdrawReport', own('absenceReport', 'recordedBy'), (row) => ofChild(row, 'reportId')],
    [
      'absences.retractChange',
      known('absenceEvent').filter((row) => row.kind !== 'recorded'),
      (row) => ({ ...ofChild(row, 'eventId'), absenceId: row.absenceId }),
    ],
    ['cases.retractAttempt', own('contactAttempt', 'staffId'), (row) => ofChild(row, 'attemptId')],
    ['rollCall.retractMark', own('rollCallMark', 'staffId'), (row) => ofChild(row, 'markId')],
    ['rollCall.retract', own('rollCall', 'staffId'), (row) => ({ rollCallId: row.id, classId: row.classId })],
    ['inbox.reopenMessage', own('inboxMessage', 'settledBy'), (row) => ({ messageId: row.id })],
  ];
  const [name, rows, argsOf] = world.chance.oneOf(choices);
  if (rows.length > 0) await desk.submit(name, argsOf(world.chance.oneOf(rows)));
}

/** Hears a message of the answering machine. */
export async function settleMessage(world: World): Promise<void> {
  const desk = world.anyDesk();
  if (!desk.isUp) return;
  const messages = (await knownTo(desk))('inboxMessage');
  if (messages.length === 0) return;
  const outcome = world.chance.oneOf(['recorded', 'dismissed']);
  await desk.submit('inbox.settleMessage', { messageId: world.chance.oneOf(messages).id, outcome });
}

/** Begins something under an id that is another's: nothing may come of it. */
export async function takeForeignId(world: World, call: object): Promise<void> {
  const desk = world.anyDesk();
  if (!desk.isUp) return;
  const known = await knownTo(desk);
  const absences = [...known('absence'), ...known('absenceMark'), ...known('absenceAlias')];
  if (absences.length === 0) return;
  const fromDay = addDays(world.server.today, 10);
  const days = { fromDay, untilDay: fromDay };
  await desk.submit('absences.record', { ...call, absenceId: world.chance.oneOf(absences).id, ...days });
}

function ofChild(row: Known, name: string): Record<string, unknown> {
  return { [name]: row.id, studentId: row.studentId };
}
