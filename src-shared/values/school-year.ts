import type { Day } from './day.ts';

/** A school year: 1 August to 31 July, as all German states agreed (in Lower Saxony NSchG § 28). */
export interface SchoolYear {
  /** `2026/27` */
  readonly name: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** The school year a day belongs to. */
export function schoolYearOf(day: Day): SchoolYear {
  const year = Number(day.slice(0, 4));
  const first = day.slice(5) >= '08-01' ? year : year - 1;
  return {
    name: `${first}/${String((first + 1) % 100).padStart(2, '0')}`,
    fromDay: `${first}-08-01`,
    untilDay: `${first + 1}-07-31`,
  };
}

/** A half of a school year: 1 August to 31 January, or February to July. */
export interface SchoolSection {
  readonly number: 1 | 2;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** The half of its school year that a day belongs to. */
export function schoolSectionOf(day: Day): SchoolSection {
  const { fromDay, untilDay } = schoolYearOf(day);
  const secondYear = untilDay.slice(0, 4);
  const february = `${secondYear}-02-01`;
  return day < february
    ? { number: 1, fromDay, untilDay: `${secondYear}-01-31` }
    : { number: 2, fromDay: february, untilDay };
}

/** Years completed on `day`; someone born on 29 February is a year older on 1 March (BGB § 187 Abs. 2, § 188 Abs. 2). */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Month and day (`MM-DD`) of the people whose birthday is on that day: 29 February moves to 1 March. */
export function birthdaysOn(day: Day): readonly string[] {
  const own = day.slice(5);
  if (own !== '03-01') return [own];
  return isLeapYear(Number(day.slice(0, 4))) ? [own] : [own, '02-29'];
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
