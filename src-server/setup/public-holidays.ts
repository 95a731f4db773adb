import Holidays from 'date-holidays';

const COUNTRY = 'DE';

/** The states whose public holidays are known, ISO 3166-2. */
export const knownStates: readonly string[] = Object.keys(new Holidays().getStates(COUNTRY)).map(
  (state) => `${COUNTRY}-${state}`,
);

/**
 * Public holidays of a German state as free periods.
 * @param stateCode one of {@link knownStates}, e.g. `DE-NI`.
 */
export function publicHolidays(stateCode: string, years: readonly number[]) {
  const [, state = ''] = stateCode.split('-');
  const calendar = new Holidays(COUNTRY, state, { languages: ['de'] });
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
