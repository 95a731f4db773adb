import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src-renderer/client/answer.ts';
import type { Ask } from '../../../../src-renderer/client/ask.ts';
import { type DeskStudent, emptyEntry } from '../../../../src-renderer/desk/entry.ts';
import type { ReportIds } from '../../../../src-renderer/desk/recording.ts';
import { partOf, saveCall } from '../../../../src-renderer/desk/save-call.ts';
import { derivedId } from '../../../../src-shared/values/uuid.ts';

const someId = '018f0000-0000-7000-8000-000000000000';
let drawn = 0;
const newId = () => derivedId(someId, ++drawn);
const [emma, tim, ole, report] = [newId(), newId(), newId(), newId()];

const child = (studentId: string, givenName: string) => ({
  ...{ studentId, givenName, familyName: 'Müller', className: '3b', alreadyAbsent: false },
});
const student: DeskStudent = {
  student: {
    ...child(emma, 'Emma'),
    classId: null,
    birthDate: null,
    allDayCare: true,
    lunch: true,
    earlyPickupAt: null,
  },
  guardians: [],
  emergencyContacts: [],
  siblings: [child(tim, 'Tim'), child(ole, 'Ole')],
  known: [],
  dayBefore: null,
  certificateDuty: null,
  schoolDays: ['2025-11-24'],
  certificateFromDay: 4,
};
const call = { ...emptyEntry(), studentId: emma, siblingIds: [tim, ole], notifiable: 'headLice' as const };

/** A core that refuses what is about some children, and keeps what it was asked. */
function core(refuses: readonly string[]) {
  const asked: { name: string; args: Record<string, unknown> }[] = [];
  const failure: Failure = { kind: 'refused', reason: 'studentUnknown' };
  const ask = (async (name: string, args: Record<string, unknown>) => {
    asked.push({ name, args });
    return refuses.includes(String(args.studentId)) ? { ok: false, failure } : { ok: true, result: {} };
  }) as unknown as Ask;
  return { ask, asked };
}

describe('a call that joins an absence', () => {
  const asking = { ...call, siblingIds: [], notifiable: null, excuseExpected: 'certificate' as const };
  const joining = (known: string) => {
    const asked: string[] = [];
    const ask = (async (name: string, args: { absenceId: string }) => {
      asked.push(name);
      if (name === 'absences.record')
        return { ok: true, result: { joinedExisting: true, absenceId: report } };
      if (name === 'absences.detail') return { ok: true, result: { line: { excuseExpected: known } } };
      return { ok: true, result: { absenceId: args.absenceId, eventId: someId } };
    }) as unknown as Ask;
    return { ask, asked };
  };

  it('asks for paper by a correction, which is taken back before the report', async () => {
    const { ask, asked } = joining('written');
    const { undo } = await saveCall(ask, asking, student, new Map(), newId);
    expect(asked).toEqual(['absences.record', 'absences.detail', 'absences.correct']);
    for (const step of undo) await step(ask);
    expect(asked.slice(3)).toEqual(['absences.retractChange', 'absences.withdrawReport']);
  });

  it('leaves an absence alone that asks for as much already', async () => {
    const { ask, asked } = joining('certificate');
    await saveCall(ask, asking, student, new Map(), newId);
    expect(asked).not.toContain('absences.correct');
  });
});

describe('a call about several children', () => {
  it('saves those that can be, and says which are left and why', async () => {
    const { ask } = core([tim]);
    const { saved, undo, failure } = await saveCall(ask, call, student, new Map(), newId);
    expect([...saved]).toEqual([emma, ole]);
    expect(undo).toHaveLength(2);
    expect(failure).toMatchObject({ reason: 'studentUnknown' });
    const rest = partOf(call, (id) => !saved.has(id));
    expect(rest).toMatchObject({ studentId: tim, siblingIds: [], notifiable: null });
  });

  it('tried again repeats the same report, so that none is doubled', async () => {
    const ids = new Map<string, ReportIds>();
    const first = core([tim]);
    await saveCall(first.ask, call, student, ids, newId);
    const second = core([]);
    const rest = { ...call, studentId: tim, siblingIds: [], notifiable: null };
    await saveCall(
      second.ask,
      rest,
      { ...student, student: { ...student.student, studentId: tim } },
      ids,
      newId,
    );
    const ofTim = (asked: typeof first.asked) =>
      asked.find(({ args }) => args.studentId === tim)?.args.reportId;
    expect(ofTim(second.asked)).toBe(ofTim(first.asked));
  });

  it('with the named child left keeps what is about that child alone', async () => {
    const { ask } = core([emma]);
    const { saved } = await saveCall(ask, call, student, new Map(), newId);
    const rest = partOf(call, (id) => !saved.has(id));
    expect(rest).toEqual({ ...call, siblingIds: [] });
    expect(partOf(call, (id) => saved.has(id))).toMatchObject({
      studentId: tim,
      siblingIds: [ole],
      notifiable: null,
    });
  });

  it('that corrects a report of the portal accepts it last, and once', async () => {
    const corrected = { ...call, reportId: report };
    const { ask, asked } = core([ole]);
    const { saved } = await saveCall(ask, corrected, student, new Map(), newId);
    expect(asked.map(({ name }) => name)).toEqual([
      'absences.record',
      'absences.record',
      'absences.acceptReport',
    ]);
    // The report is accepted; what is left of the call is a call of its own.
    expect(partOf(corrected, (id) => !saved.has(id))).toMatchObject({ studentId: ole, reportId: null });
  });
});
