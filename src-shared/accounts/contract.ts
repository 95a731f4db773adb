import { z } from 'zod';
import { defineAction } from '../contract/operation.ts';

/** Long rather than complicated (ASVS 6.2): at least so many characters, no rules of composition. */
export const PASSWORD_LENGTH = 12;
export const passwordSchema = z.string().min(PASSWORD_LENGTH).max(200);

/** A name to sign in with; the same letters in any case are the same name. */
export const userNameSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .toLowerCase()
  .regex(/^[\p{L}\d._-]{2,40}$/u);

/** How long a one-time password can be used. */
export const ONE_TIME_DAYS = 7;

const id = z.uuid();
const instant = z.iso.datetime();

/** Where somebody has signed in. `revokedAt`: it gets nothing more. */
const device = z.object({
  deviceId: id,
  name: z.string(),
  lastSignInAt: instant,
  revokedAt: instant.nullable(),
});

/**
 * An account as whoever looks after accounts sees it. `oneTime`: the person has not chosen a password yet;
 * `expired`: and can't any more.
 */
const account = z.object({
  staffId: id,
  userName: z.string(),
  state: z.enum(['oneTime', 'expired', 'active', 'locked']),
  oneTimeUntil: instant.nullable(),
  lockedAt: instant.nullable(),
  lockReason: z.string().nullable(),
  devices: z.array(device),
});
export type Account = z.output<typeof account>;

export const accountRefusals = [
  'staffUnknown',
  'staffLeft',
  'ownAccount',
  'accountThere',
  'accountUnknown',
  'accountLocked',
  'userNameTaken',
  'deviceUnknown',
] as const;
export type AccountRefusal = (typeof accountRefusals)[number];

const refused = z.object({ status: z.literal('refused'), reason: z.enum(accountRefusals) });
const done = z.discriminatedUnion('status', [z.object({ status: z.literal('done') }), refused]);
/** The password is in this answer and nowhere else: it is shown once. */
const oneTime = z.discriminatedUnion('status', [
  z.object({ status: z.literal('oneTime'), userName: z.string(), password: z.string(), until: instant }),
  refused,
]);
const ofStaff = { staffId: id };

/**
 * What is asked of the server alone, because accounts are in no cache: these work only while it is reached. The
 * window asks its core by the same names, which passes them on (decision 0015).
 */
export const accountOperations = {
  'accounts.list': defineAction('accounts.list', {
    args: z.strictObject({}),
    result: z.object({ accounts: z.array(account) }),
  }),
  /** An account with a one-time password. */
  'accounts.open': defineAction('accounts.open', {
    args: z.strictObject({ ...ofStaff, userName: userNameSchema }),
    result: oneTime,
  }),
  /** Another one-time password: the old one was forgotten. Ends all sessions. */
  'accounts.renew': defineAction('accounts.renew', { args: z.strictObject(ofStaff), result: oneTime }),
  /** Ends all sessions and lets nobody in until it is unlocked. */
  'accounts.lock': defineAction('accounts.lock', {
    args: z.strictObject({ ...ofStaff, reason: z.string().trim().min(1).max(200) }),
    result: done,
  }),
  'accounts.unlock': defineAction('accounts.unlock', { args: z.strictObject(ofStaff), result: done }),
  /** A lost PC: whatever it holds is deleted when it next reaches the server; it gets nothing more. */
  'accounts.revokeDevice': defineAction('accounts.revokeDevice', {
    args: z.strictObject({ deviceId: id }),
    result: done,
  }),
} as const;

export type AccountOperations = typeof accountOperations;
export type AccountOperation = keyof AccountOperations;
export type AccountArgs<N extends AccountOperation> = z.output<AccountOperations[N]['args']>;
export type AccountResult<N extends AccountOperation> = z.output<AccountOperations[N]['result']>;

/** Where the server takes an operation: `accounts.open` at `/accounts/open`. */
export function accountPath(name: AccountOperation): string {
  return `/${name.replace('.', '/')}`;
}
