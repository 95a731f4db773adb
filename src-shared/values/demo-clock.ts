import { isDay, timeOfDaySchema } from './day.ts';
import { instantAt } from './school-clock.ts';

/** Where the demo schools are. */
export const demoTimeZone = 'Europe/Berlin';

/**
 * What `--demo-now` means, for the server, both hosts and `npm start`: a time on the demo school's clock,
 * whatever zone the machine is in.
 * @param text `YYYY-MM-DDTHH:MM`
 * @returns milliseconds since the epoch; undefined when it is no such time
 */
export function demoInstant(text: string): number | undefined {
  const [day = '', time = ''] = [text.slice(0, 10), text.slice(11)];
  if (text[10] !== 'T' || !isDay(day) || !timeOfDaySchema.safeParse(time).success) return undefined;
  return Date.parse(instantAt(day, time, demoTimeZone));
}
