import { describe, expect, it } from 'vitest';
import { extendHolidays } from '../../src-server/start/extend-holidays.ts';
import type { FoundedSchool } from '../support/founded-school.ts';
import { DAY } from '../support/test-clock.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';

describe.each(engines)('public holidays on %s', (engine) => {
  const server = useServer(engine);
  const extend = (school: FoundedSchool) => extendHolidays(server().parts, school.schoolId);
  const unityDays = async (school: FoundedSchool) =>
    (await school.all('freePeriod'))
      .filter(({ name }) => name === 'Tag der Deutschen Einheit')
      .map(({ fromDay }) => fromDay)
      .sort();

  it('reach two years ahead, however long the server runs', async () => {
    const school = await server().newSchool();
    await extend(school);
    await extend(school);
    expect(await unityDays(school)).toEqual(['2026-10-03', '2027-10-03', '2028-10-03']);
    server().clock.advance(365 * DAY);
    await extend(school);
    expect(await unityDays(school)).toEqual(['2026-10-03', '2027-10-03', '2028-10-03', '2029-10-03']);
  });

  it('that the office has struck do not come back', async () => {
    const school = await server().newSchool();
    await extend(school);
    for (const { id } of await school.all('freePeriod'))
      await school.act('office', 'calendar.strike', { periodId: String(id) });
    await extend(school);
    expect(await unityDays(school)).toEqual([]);
  });

  it('are entered in the name of the server, each year in one audited step', async () => {
    const school = await server().newSchool();
    await extend(school);
    const audit = await server()
      .parts.db.selectFrom('auditEntry')
      .select(['actorId', 'operation'])
      .where('schoolId', '=', school.schoolId)
      .where('operation', '=', 'calendar.import')
      .execute();
    expect(audit).toEqual(
      Array.from({ length: 3 }, () => ({ actorId: 'housekeeping', operation: 'calendar.import' })),
    );
  });
});
