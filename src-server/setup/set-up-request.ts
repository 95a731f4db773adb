import { z } from 'zod';
import { passwordSchema, userNameSchema } from '../../src-shared/accounts/contract.ts';
import { staffRoles } from '../../src-shared/rights/roles.ts';
import { daySchema, timeOfDaySchema } from '../../src-shared/values/day.ts';
import { knownStates } from './public-holidays.ts';

/** No control characters: PostgreSQL can't hold all of them, and no name has any. */
const plain = z
  .string()
  .trim()
  .regex(/^\P{Cc}+$/u);
const name = plain.max(80);

const person = z.strictObject({
  givenName: name,
  familyName: name,
  shortName: plain.max(8),
  userName: userNameSchema,
  password: passwordSchema,
});

const period = z
  .strictObject({ name, fromDay: daySchema, untilDay: daySchema })
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, {
    message: 'ends before it begins',
    path: ['untilDay'],
  });

/** The first run of a real school: the console's token, the school, its calendar, the first people. */
export const setUpRequestSchema = z
  .strictObject({
    token: z.string().max(100),
    school: z.strictObject({
      key: z.string().regex(/^[a-z0-9-]{2,40}$/),
      name,
      stateCode: z
        .string()
        .refine((code) => knownStates.includes(code))
        .default('DE-NI'),
      timeZone: z.string().refine(isTimeZone).default('Europe/Berlin'),
    }),
    settings: z
      .strictObject({
        lessonsStart: timeOfDaySchema,
        reportCutoff: timeOfDaySchema,
        rollCallLimit: timeOfDaySchema,
      })
      .partial()
      .default({}),
    calendar: z.array(period).max(200).default([]),
    administrator: person,
    staff: z
      .array(person.extend({ role: z.enum(staffRoles) }))
      .max(500)
      .default([]),
  })
  .refine(
    (request) => {
      const names = [request.administrator, ...request.staff].map((somebody) => somebody.userName);
      return new Set(names).size === names.length;
    },
    { message: 'user names must differ', path: ['staff'] },
  );

export type SetUp = z.output<typeof setUpRequestSchema>;

function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('de', { timeZone: text }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
