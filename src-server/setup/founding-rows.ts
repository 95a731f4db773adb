import { type PutChange, put } from '../../src-shared/contract/command.ts';
import { publicHolidays } from './public-holidays.ts';
import type { SetUp } from './set-up-request.ts';

/** A person of the first staff list, with what the set-up has made for it. */
export type FoundingPerson = SetUp['staff'][number] & {
  readonly staffId: string;
  /** argon2id, PHC string. */
  readonly passwordHash: string;
};

/** The rows a school begins with: settings, free periods of last year to the year after next, staff. */
export function foundingRows(
  request: SetUp,
  staff: readonly FoundingPerson[],
  today: string,
  newId: () => string,
): PutChange[] {
  const settings = Object.entries({
    schoolName: request.school.name,
    timeZone: request.school.timeZone,
    stateCode: request.school.stateCode,
    ...request.settings,
  }).map(([id, value]) => put('schoolSetting', { id, value: String(value) }));
  const year = Number(today.slice(0, 4));
  const periods = [
    ...publicHolidays(request.school.stateCode, [year - 1, year, year + 1, year + 2]),
    ...request.calendar.map((period) => ({ kind: 'schoolHoliday' as const, ...period })),
  ];
  return [
    ...settings,
    ...periods.map((period) => put('freePeriod', { id: newId(), ...period })),
    ...staff.map(({ staffId, givenName, familyName, shortName, role }) =>
      put('staffMember', { id: staffId, givenName, familyName, shortName, role, leftOn: null }),
    ),
  ];
}
