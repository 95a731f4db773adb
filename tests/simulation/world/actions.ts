import { absenceReasons, attemptOutcomes } from '../../../src-shared/absences/words.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { changeTie, mergeGuardians, separateGuardians } from './guardian-actions.ts';
import { appointSubstitute, foundClub, relieveSubstitute } from './rights-actions.ts';
import { sickNote } from './sick-note.ts';
import { settleMessage, takeBack, takeForeignId } from './taking-back.ts';
import type { World } from './world.ts';
import { changeYear, restoreYear } from './year-actions.ts';

type Action = (world: World) => Promise<void>;

const record: Action = async (world) => {
  await world.anyDesk().submit('absences.record', aCall(world));
};

function aCall(world: World) {
  const today = world.server.today;
  const studentId = world.chance.oneOf(world.school.studentIds);
  return sickNote(world, studentId, {
    untilDay: world.chance.happens(0.2) ? null : addDays(today, world.chance.below(4)),
    reason: world.chance.oneOf(absenceReasons),
    remark: `text ${world.chance.below(1000)}`,
    notifiable: world.chance.happens(0.1) ? 'headLice' : null,
  });
}

/** Something a desk sees and changes: needs rows that are there, so it reads the desk's own cache. */
const changeKnown: Action = async (world) => {
  const desk = world.anyDesk();
  if (!desk.isUp) return;
  const rows = await desk.rows();
  const absence = rows.absence.length > 0 ? world.chance.oneOf(rows.absence) : undefined;
  const report = rows.absenceReport.length > 0 ? world.chance.oneOf(rows.absenceReport) : undefined;
  const ofAbsence = { absenceId: absence?.[0], studentId: absence?.[1] };
  const ofReport = { reportId: report?.[0], studentId: report?.[1] };
  const choices: [string, unknown, unknown][] = [
    [
      'absences.correct',
      { ...ofAbsence, fields: { remark: `corrected ${world.chance.below(1000)}` } },
      absence,
    ],
    ['absences.excuse', { ...ofAbsence, excuse: world.chance.oneOf(['excused', 'unexcused']) }, absence],
    ['absences.noteWrittenExcuse', { ...ofAbsence, on: world.server.today }, absence],
    ['absences.withdraw', ofAbsence, absence],
    [
      'absences.acceptReport',
      { ...ofReport, absenceId: world.newId(), corrections: corrections(world) },
      report,
    ],
    ['absences.rejectReport', { ...ofReport, rejection: 'no' }, report],
  ];
  const [name, args, known] = world.chance.oneOf(choices);
  if (known) await desk.submit(name, args);
};

function corrections(world: World): object {
  return world.chance.happens(0.4) ? { untilDay: addDays(world.server.today, 2), remark: 'put right' } : {};
}

const rollCall: Action = async (world) => {
  const studentId = world.chance.oneOf(world.school.studentIds);
  const day = world.server.today;
  const desk = world.anyDesk();
  if (world.chance.happens(0.3))
    await desk.submit('rollCall.report', {
      rollCallId: world.newId(),
      classId: world.chance.oneOf(world.school.classIds),
      day,
    });
  else
    await desk.submit('rollCall.mark', {
      markId: world.newId(),
      studentId,
      day,
      state: world.chance.oneOf(['missing', 'late', 'present']),
      minutesLate: null,
    });
};

const attempt: Action = async (world) => {
  await world.anyDesk().submit('cases.recordAttempt', {
    attemptId: world.newId(),
    studentId: world.chance.oneOf(world.school.studentIds),
    day: world.server.today,
    guardianId: null,
    contactName: 'Eltern',
    outcome: world.chance.oneOf(attemptOutcomes),
    note: `said ${world.chance.below(1000)}`,
  });
};

const park: Action = async (world) => {
  const desk = world.anyDesk();
  if (!desk.isUp) return;
  const [known] = (await desk.rows()).parkedCall;
  if (known && world.chance.happens(0.5)) await desk.submit('calls.discard', { callId: known[0] });
  else await desk.submit('calls.park', { callId: world.newId(), label: 'call', draft: { query: 'mü' } });
};

/** A child changes class: rights move with it. */
const moveChild: Action = async (world) => {
  const studentId = world.chance.oneOf(world.school.studentIds);
  const [className, classId] = world.chance.oneOf(world.classes);
  const steps = [{ kind: 'moveStudent', studentId, className }];
  const submitted = await world
    .officeDesk()
    .submit('roster.apply', { importId: world.newId(), part: 1, parts: 1, steps });
  if ('entryId' in submitted) world.oracle.inClass(studentId, classId);
};

/** A guardian reports by the portal, straight to the server. */
const portal: Action = async (world) => {
  const { parts } = world.server;
  if (!parts) return;
  const { guardianId, studentId } = world.chance.oneOf(world.school.ties);
  const today = world.server.today;
  const session = {
    schoolId: 1,
    accountId: 'portal',
    personId: guardianId,
    role: 'guardian' as const,
    name: 'Eltern Teil',
    deviceId: 'portal',
  };
  const args = {
    reportId: world.newId(),
    studentId,
    fromDay: today,
    untilDay: today,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
  };
  const wasKept = await world.server.isKeptFrom(guardianId, studentId);
  const [answer] = await parts.sync.push(session, [
    {
      id: world.newId(),
      name: 'absences.report',
      args,
      occurredAt: new Date(world.clock.nowMs()).toISOString(),
      dependsOn: [],
    },
  ]);
  if (wasKept && answer?.status === 'applied' && (await world.server.isKeptFrom(guardianId, studentId)))
    world.oracle.violations.push('a guardian who is kept from a child reported about it');
};

const cable: Action = async (world) => {
  const desk = world.anyDesk();
  if (desk.link.cut) {
    desk.link.cut = false;
    desk.poke();
  } else desk.link.disconnect();
};

/** Somebody sets a desk's clock back, or right again. */
const turnClock: Action = async (world) => {
  world.anyDesk().skewMs = world.chance.oneOf([0, -90_000, -3_600_000, -26 * 3_600_000]);
};

const crashDesk: Action = async (world) => {
  const desk = world.anyDesk();
  await desk.crash();
  if (world.chance.happens(0.7)) await desk.start();
};

const crashServer: Action = async (world) => {
  await world.crashServer();
  if (world.chance.happens(0.7)) await world.server.start();
};

const backUp: Action = (world) => world.server.backUp();

const restore: Action = async (world) => {
  await world.restoreServer();
};

const passTime: Action = (world) =>
  world.passTime(world.chance.oneOf([500, 5_000, 60_000, 3_600_000, 26 * 3_600_000]));

/** Lets what is under way come to rest; without it everything races. */
const settle: Action = (world) => world.settle();

const table: readonly (readonly [number, Action])[] = [
  [24, record],
  [16, changeKnown],
  [12, rollCall],
  [8, attempt],
  [16, takeBack],
  [3, settleMessage],
  [2, (world) => takeForeignId(world, aCall(world))],
  [5, park],
  [4, moveChild],
  [3, appointSubstitute],
  [2, relieveSubstitute],
  [2, foundClub],
  [2, mergeGuardians],
  [1, separateGuardians],
  [4, changeTie],
  [2, changeYear],
  [1, restoreYear],
  [6, portal],
  [6, cable],
  [2, turnClock],
  [3, crashDesk],
  [2, crashServer],
  [1, backUp],
  [1, restore],
  [8, passTime],
  [8, settle],
];
const weightOfAll = table.reduce((sum, [weight]) => sum + weight, 0);

/** The next thing that happens. */
export function nextAction(world: World): Action {
  let left = world.chance.below(weightOfAll);
  for (const [weight, action] of table) {
    left -= weight;
    if (left < 0) return action;
  }
  return settle;
}
