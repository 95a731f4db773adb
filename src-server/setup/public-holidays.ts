import Holidays from 'date-holidays';

/**
 * Public holidays of a German state as free periods.
 * @param stateCode ISO 3166-2, e.g. `DE-NI`.
 */
export function publicHolidays(stateCode: string, years: readonly number[]) {
  const [country = 'DE', state = 'NI'] = stateCode.split('-');
  const calendar = new Holidays(country, state, { languages: ['de'] });
  return years.flatMap((year) =>
    calendar
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => {
        const day = holiday.date.slice(0, 10);
        return { kind: 'publicHoliday' as const, name: holiday.name, fromDay: day, untilDay: day };
      }),
  );
}
