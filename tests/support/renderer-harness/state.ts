import type { AbsenceLine } from '../../../src-shared/absences/contract.ts';
import type { ChangeNotice } from '../../../src-shared/contract/message.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { absenceLines, studentExtras } from './absence-year.ts';
import { handedOverNote, handoversOfTheMorning } from './data/handovers.ts';
import { type ClassDay, DAY, NOW, type PrincipalDay, type Today } from './data/moment.ts';
import { classMorning, classTiles, officeMorning, principalMorning } from './data/morning.ts';
import { idOf, personOf } from './people.ts';
import type { Scene } from './scene.ts';

type StudentYear = NonNullable<OperationResult<'absences.ofStudent'>>;

/** Everything the invented core knows; its handlers change it in place and then say what changed. */
export interface State {
  readonly scene: Scene;
  readonly session: OperationResult<'session.state'>;
  readonly sync: OperationResult<'sync.state'>;
  readonly entries: OperationResult<'sync.entries'>;
  readonly handovers: OperationResult<'handovers.waiting'>['handovers'];
  readonly today: Today;
  readonly schoolClass: ClassDay;
  /** Reports that were accepted or rejected, and messages that were settled; they can come back. */
  readonly decided: Today['reports'];
  readonly settled: Today['messages'];
  readonly principal: PrincipalDay;
  readonly absences: AbsenceLine[];
  /** What a line said before each change of it. */
  readonly changes: Map<string, Partial<AbsenceLine>>;
  readonly tardiness: StudentYear['tardiness'];
  readonly leaveRequests: StudentYear['leaveRequests'];
  readonly certificateDuties: StudentYear['certificateDuties'];
  readonly listeners: Set<(notice: ChangeNotice) => void>;
}

/** Tells the window which tables have changed. */
export function changed(state: State, ...tables: string[]): void {
  for (const listener of state.listeners) listener({ changed: tables });
}

/** The morning of a scene. */
export function createState(scene: Scene): State {
  const state: State = {
    scene,
    session: session(scene),
    sync: {
      state: 'synchronous',
      lastSyncAt: NOW,
      offlineSince: null,
      pending: 0,
      attention: 0,
      othersPending: 0,
    },
    entries: { pending: [], attention: [] },
    handovers: [],
    today: officeMorning(),
    schoolClass: classMorning(),
    decided: [],
    settled: [],
    principal: principalMorning(),
    absences: absenceLines(),
    changes: new Map(),
    ...structuredClone(studentExtras),
    listeners: new Set(),
  };
  sceneChanges[scene.name]?.(state);
  return state;
}

function session({ name, role }: Scene): State['session'] {
  const people = [personOf('schoolOffice'), personOf('principal'), personOf('teacher')];
  const out = name === 'signedOut' || name === 'locked';
  return {
    phase:
      name === 'signedOut'
        ? 'signedOut'
        : name === 'locked'
          ? 'locked'
          : name === 'firstSync' || name === 'morningFirst'
            ? 'firstSync'
            : 'ready',
    person: out && name !== 'locked' ? null : personOf(role),
    school: { name: 'Grundschule Am Lindenhof' },
    profiles: people.map(({ userName, givenName, familyName, role: theirs }) => ({
      userName,
      givenName,
      familyName,
      role: theirs,
    })),
    server: { url: 'http://127.0.0.1', reachable: true, trusted: true, schools: [] },
    firstSync:
      name === 'firstSync' || name === 'morningFirst'
        ? { done: 41_200, total: 106_200, morningReady: name === 'morningFirst' }
        : null,
    today: DAY,
    now: NOW,
    timeZone: 'Europe/Berlin',
    rescue:
      name === 'rescue'
        ? { rescued: 3, listed: [{ name: 'absences.record', occurredAt: '2025-11-24T06:41:00.000Z' }] }
        : null,
  };
}

const entry = (number: number, name: string, time: string, studentName: string | null) => ({
  entryId: idOf(800 + number),
  name,
  occurredAt: `${DAY}T${time}:00.000Z`,
  studentId: studentName ? idOf(100 + number) : null,
  studentName,
});

const sceneChanges: Partial<Record<Scene['name'], (state: State) => void>> = {
  calm: ({ today }) => {
    Object.assign(today, {
      openCases: [],
      unexplained: 0,
      reports: [],
      messages: [],
      birthdays: [],
      earlyPickups: [],
      holidaysRunOut: '2026-01-05',
    });
    for (const tile of today.classes)
      Object.assign(tile, {
        unexplained: 0,
        overdue: false,
        reported: tile.reported ?? { at: NOW, staffName: 'Ahlers' },
      });
  },
  offline: ({ sync, entries }) => {
    const pending = [
      entry(1, 'absences.record', '06:51', 'Ayla Aksoy'),
      entry(2, 'absences.record', '06:58', 'Ben Albers'),
      entry(3, 'rollCall.mark', '07:02', 'Emir Yılmaz'),
    ];
    const refused = {
      ...entry(4, 'absences.correct', '06:30', 'Oskar Brandt'),
      reason: 'alreadyWithdrawn' as const,
      refusedAt: `${DAY}T06:40:00.000Z`,
      chain: 1,
      handedOver: false,
      args: JSON.stringify({
        absenceId: idOf(9),
        studentId: idOf(4),
        fields: { reason: 'illness', untilDay: '2025-11-26', remark: 'Mutter ruft Mittwoch noch einmal an.' },
      }),
    };
    Object.assign(sync, {
      state: 'offline',
      offlineSince: `${DAY}T06:41:00.000Z`,
      pending: 3,
      attention: 1,
      othersPending: 0,
    });
    Object.assign(entries, { pending, attention: [refused] });
  },
  handovers: ({ handovers, entries, sync }) => {
    handovers.push(...handoversOfTheMorning());
    entries.attention.push(handedOverNote());
    Object.assign(sync, { attention: 1 });
  },
  free: ({ today, schoolClass }) => {
    for (const day of [today, schoolClass])
      Object.assign(day, { isSchoolDay: false, freePeriod: 'Herbstferien' });
    Object.assign(today, { openCases: [], unexplained: 0, absent: 0 });
  },
  crowded: ({ today }) => {
    today.classes.splice(0, today.classes.length, ...classTiles(15, true));
    const more = today.openCases.map((open, index) => ({
      ...open,
      studentId: idOf(901 + index),
      waitingReport: false,
    }));
    today.openCases.push(...more);
    Object.assign(today, { students: 1_200, absent: 104, unexplained: 7 });
  },
  early: ({ today }) => {
    Object.assign(today, { openCases: [], unexplained: 0 });
    for (const tile of today.classes) Object.assign(tile, { reported: null, overdue: false, unexplained: 0 });
  },
};
