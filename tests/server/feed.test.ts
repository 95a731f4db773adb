import { describe, expect, it } from 'vitest';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('the feed on %s', (engine) => {
  const server = useServer(engine);

  it('rises by one per commit group', async () => {
    const school = await server().newSchool();
    const before = await school.revision();
    const answer = await school.act('office', 'absences.record', school.record(school.students.a1));
    expect(answer.status).toBe('applied');
    expect(await school.revision()).toBe(before + 1);
  });
});
