import { createHash } from 'node:crypto';
import { settingsFrom } from '../../src-shared/school/settings.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { derivedId } from '../../src-shared/values/uuid.ts';
import { readSchool } from '../database/school-scope.ts';
import type { ServerParts } from '../http/parts.ts';
import { knownStates, publicHolidays } from '../setup/public-holidays.ts';
import type { Session } from '../sync/session.ts';

/** Public holidays are known for this year and so many after it: leave and excuses look ahead. */
const YEARS_AHEAD = 2;

/**
 * Enters the public holidays of the coming years that the calendar does not have yet, by the command the office uses
 * too. A year is entered once for good: a holiday that the office has struck from it does not come back.
 */
export async function extendHolidays(parts: ServerParts, schoolId: number): Promise<void> {
  const db = readSchool(parts.db, schoolId);
  const settings = settingsFrom(await db.selectFrom('schoolSetting').select(['id', 'value']).execute());
  if (!knownStates.includes(settings.stateCode)) return;
  const nowMs = parts.clock.nowMs();
  const thisYear = Number(inTimeZone(nowMs, settings.timeZone).day.slice(0, 4));
  for (let year = thisYear; year <= thisYear + YEARS_AHEAD; year += 1) {
    const known = await db
      .selectFrom('freePeriod')
      .select('id')
      .where('kind', '=', 'publicHoliday')
      .where('fromDay', '>=', `${year}-01-01`)
      .where('fromDay', '<=', `${year}-12-31`)
      .limit(1)
      .executeTakeFirst();
    if (known) continue;
    const id = entryIdFor(schoolId, year);
    const periods = publicHolidays(settings.stateCode, [year]).map((period, index) => ({
      periodId: derivedId(id, index + 1),
      ...period,
    }));
    const occurredAt = toInstant(nowMs);
    await parts.sync.groups.submit({
      session: houseKeeper(schoolId),
      entry: { id, name: 'calendar.import', args: { periods }, occurredAt, dependsOn: [] },
      lastCopy: false,
    });
  }
}

/** The same for every process of this server, so that two of them enter a year once. */
function entryIdFor(schoolId: number, year: number): string {
  const digest = createHash('sha256').update(`public holidays ${schoolId} ${year}`).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** The server itself, as the audit names it. */
function houseKeeper(schoolId: number): Session {
  const name = 'housekeeping';
  return { schoolId, accountId: name, personId: name, role: 'schoolOffice', name, deviceId: name };
}
