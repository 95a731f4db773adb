import { z } from 'zod';
import { passwordSchema } from '../accounts/contract.ts';
import { defineAction, defineQuery } from '../contract/operation.ts';
import { staffRoles } from '../rights/roles.ts';
import { daySchema } from '../values/day.ts';

const person = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  role: z.enum(staffRoles),
  userName: z.string(),
});

/** Where this desk stands: who works here, and how far the first sync has come. */
export const sessionState = defineQuery('session.state', {
  args: z.strictObject({}),
  result: z.object({
    phase: z.enum(['signedOut', 'locked', 'firstSync', 'ready']),
    person: person.nullable(),
    school: z.object({ name: z.string() }).nullable(),
    /** People who have worked at this PC; they can unlock without the server. */
    profiles: z.array(person.pick({ userName: true, givenName: true, familyName: true, role: true })),
    /** `trusted` is false when something answers there without a certificate this desk trusts. */
    server: z.object({
      url: z.string(),
      reachable: z.boolean(),
      trusted: z.boolean(),
      /** To be chosen from while this desk belongs to none of them yet; else empty. */
      schools: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
    /** Rows of the first sync; `morningReady` once names, guardians and today are there. */
    firstSync: z.object({ done: z.number(), total: z.number(), morningReady: z.boolean() }).nullable(),
    /** The school's day and the desk's clock. */
    today: daySchema,
    now: z.iso.datetime(),
    timeZone: z.string(),
    /** Set when the cache had to be rebuilt: how many entries were rescued and how many could only be listed. */
    rescue: z
      .object({
        rescued: z.number(),
        listed: z.array(z.object({ name: z.string(), occurredAt: z.string() })),
      })
      .nullable(),
  }),
  reads: ['session', 'minute'],
});

export const signInRefusals = [
  'wrongPassword',
  'ownPasswordNeeded',
  'oneTimeExpired',
  'throttled',
  'serverAway',
  'untrusted',
  'otherSchool',
  'deviceRevoked',
  'updateNeeded',
  'noSpace',
  'notSetUp',
  'schoolNeeded',
] as const;

/** Signs in. With the server away it unlocks the cache of somebody who has worked here before. */
export const signIn = defineAction('session.signIn', {
  args: z.strictObject({
    userName: z.string().trim().min(1).max(80),
    password: z.string().min(1).max(200),
    /** The first own password, after one that somebody else has made. */
    newPassword: passwordSchema.optional(),
    /** Which of the server's schools; asked once at a device. */
    schoolKey: z.string().max(60).optional(),
  }),
  result: z.discriminatedUnion('status', [
    z.object({ status: z.literal('signedIn') }),
    z.object({
      status: z.literal('refused'),
      reason: z.enum(signInRefusals),
      retryInSeconds: z.number().optional(),
    }),
  ]),
});

/** Another password for who works here; only with the server. Ends this person's sessions everywhere else. */
export const changePassword = defineAction('session.changePassword', {
  args: z.strictObject({ password: z.string().min(1).max(200), newPassword: passwordSchema }),
  result: z.discriminatedUnion('status', [
    z.object({ status: z.literal('changed') }),
    z.object({
      status: z.literal('refused'),
      reason: z.enum(signInRefusals),
      retryInSeconds: z.number().optional(),
    }),
  ]),
});

/** Locks the screen: the cache is closed, its key forgotten; sealed entries are still delivered. */
export const lock = defineAction('session.lock', { args: z.strictObject({}), result: z.object({}) });

export const sessionOperations = {
  'session.state': sessionState,
  'session.signIn': signIn,
  'session.lock': lock,
  'session.changePassword': changePassword,
} as const;
