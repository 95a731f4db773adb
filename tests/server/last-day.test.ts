import { describe, expect, it } from 'vitest';
import { beginDays } from '../../src-server/start/housekeeping.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

describe.each(engines)('a child that leaves, on %s', (engine) => {
  const server = useServer(engine);

  it('stays with its class teacher for its last day, and goes from their device on the day after', async () => {
    const school = await server().newSchool();
    const child = school.students.a1;
    server().clock.set('2026-11-24T07:30');
    const teacher = await new ThinClient(server().parts, school.session('teacherA')).firstPull();
    const importId = school.newId();
    const steps = [{ kind: 'markLeft' as const, studentId: child, on: '2026-11-24' }];
    await server().parts.sync.push(school.session('office'), [
      school.entry('roster.apply', { importId, part: 1, parts: 1, steps }),
    ]);
    server().clock.set('2026-11-24T23:59');
    await beginDays(server().parts);
    await teacher.pull();
    expect(teacher.holds('studentDetail', child)).toBe(true);

    server().clock.set('2026-11-25T00:00');
    await beginDays(server().parts);
    await teacher.pull();
    expect(teacher.holds('studentDetail', child)).toBe(false);
    server().clock.set('2026-11-24T07:30');
  });
});
