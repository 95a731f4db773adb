import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import type { FoundedSchool } from './founded-school.ts';
import { ThinClient } from './thin-client.ts';

/** A request as it would be right, and what answers it. */
export interface SampleRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly body?: Record<string, unknown>;
  /** Who may use the route at all. `anybody`: no session is asked for. */
  readonly for: 'staff' | 'signedIn' | 'anybody';
  /** The status of a right request by somebody who may send it. */
  readonly status: number;
}

/** One good request per route of the server, by method and url, about one school. */
export async function sampleRequests(school: FoundedSchool): Promise<Record<string, SampleRequest>> {
  const protocol = protocolVersion;
  const office = await new ThinClient(school.parts, school.session('office')).firstPull();
  const entry = school.entry('absences.record', school.record(school.students.b1));
  const { name: _name, ...unnamed } = school.entry('absences.report', {
    reportId: school.newId(),
    studentId: school.students.a2,
    fromDay: '2026-11-24',
    untilDay: null,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    remark: null,
  });
  const request = (
    url: string,
    body: Record<string, unknown> | undefined,
    audience: SampleRequest['for'],
    status = 200,
  ): SampleRequest => ({
    method: body ? 'POST' : 'GET',
    url,
    ...(body ? { body } : {}),
    for: audience,
    status,
  });
  return {
    'GET /health': request('/health', undefined, 'anybody'),
    'GET /metrics': request('/metrics', undefined, 'anybody'),
    'GET /openapi.json': request('/openapi.json', undefined, 'anybody'),
    'GET /set-up': request('/set-up', undefined, 'anybody', 404),
    'GET /set-up/style.css': request('/set-up/style.css', undefined, 'anybody'),
    'GET /sync/identity': request('/sync/identity', undefined, 'anybody'),
    'GET /sync/stream': request('/sync/stream', undefined, 'anybody', 426),
    'POST /set-up': request('/set-up', setUpBody('no token'), 'anybody', 403),
    'POST /session': request(
      '/session',
      {
        protocol,
        schoolKey: school.rows.key,
        userName: 'nobody',
        password: 'nothing',
        deviceId: school.newId(),
        deviceName: 'PC',
      },
      'anybody',
    ),
    'DELETE /session': { method: 'DELETE', url: '/session', for: 'anybody', status: 204 },
    'POST /operations/:name': request('/operations/absences.report', unnamed, 'signedIn'),
    'POST /sync/push': request('/sync/push', { protocol, entries: [entry] }, 'staff'),
    'POST /sync/pull': request('/sync/pull', { protocol, cursor: office.cursor }, 'staff'),
    'POST /sync/first': request('/sync/first', { protocol, resume: null }, 'staff'),
    'POST /sync/deliver': request(
      '/sync/deliver',
      { protocol, deviceId: school.newId(), sealed: [{ id: school.newId(), box: 'AAAA' }] },
      'anybody',
    ),
  };
}

/** A right set-up request with a given token. */
export function setUpBody(token: string) {
  return {
    token,
    school: { key: 'lindenbach', name: 'Grundschule am Lindenbach', stateCode: 'DE-NI' },
    settings: { lessonsStart: '07:50' },
    calendar: [{ name: 'Weihnachtsferien', fromDay: '2026-12-23', untilDay: '2027-01-09' }],
    administrator: {
      givenName: 'Emre',
      familyName: 'Nazari',
      shortName: 'Naz',
      userName: 'Nazari',
      password: 'drei kurze Worte',
    },
    staff: [
      {
        givenName: 'Nermin',
        familyName: 'Yıldız',
        shortName: 'Yi',
        userName: 'yildiz',
        password: 'noch drei Worte',
        role: 'schoolOffice',
      },
    ],
  };
}
