import { addDays, toInstant } from '../../src-shared/values/day.ts';
import type { MorningFrame } from './morning-frame.ts';
import { msAt } from './school-time.ts';

/** Three children need a certificate, three requests for leave stand in the list. */
export function putDuties(frame: MorningFrame): void {
  const { draft, principal, cast } = frame;
  const orders = [
    { child: cast('certificateDuty'), since: -30, untilDay: null },
    { child: cast('mondays'), since: -12, untilDay: addDays(draft.today, 75) },
    { child: cast('fridays'), since: -9, untilDay: addDays(draft.today, 40) },
  ];
  for (const { child, since, untilDay } of orders) {
    const fromDay = frame.schoolDay(since);
    const id = draft.idAt(msAt(fromDay, 660));
    draft.rows.certificateDuty.push({ id, studentId: child.id, fromDay, untilDay, orderedBy: principal.id });
  }
  putRequests(frame);
}

function putRequests(frame: MorningFrame): void {
  const { draft, principal, schoolDay, anyChildOf } = frame;
  const requests = [
    // One day: the class teacher may decide. Four days: the head.
    { child: anyChildOf('3b'), from: 6, until: 6, purpose: 'Taufe des Bruders', asked: -1, declined: false },
    {
      child: anyChildOf('1b'),
      from: 11,
      until: 14,
      purpose: 'Hochzeit der Tante',
      asked: -2,
      declined: false,
    },
    {
      child: anyChildOf('2a'),
      from: 4,
      until: 8,
      purpose: 'Günstigerer Rückflug',
      asked: -8,
      declined: true,
    },
  ];
  for (const { child, from, until, purpose, asked, declined } of requests) {
    const askedMs = msAt(schoolDay(asked), 705);
    draft.rows.leaveRequest.push({
      id: draft.idAt(askedMs),
      studentId: child.id,
      fromDay: schoolDay(from),
      untilDay: schoolDay(until),
      purpose,
      requestedAt: toInstant(askedMs),
      state: declined ? 'declined' : 'requested',
      decidedBy: declined ? principal.id : null,
      decidedAt: declined ? toInstant(msAt(schoolDay(asked + 1), 600)) : null,
      absenceId: null,
    });
  }
}
