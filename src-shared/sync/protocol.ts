import { z } from 'zod';
import { passwordSchema } from '../accounts/contract.ts';
import { refusalReasons } from '../contract/command.ts';
import { facets } from '../rights/facets.ts';
import { tableNames } from '../tables/registry.ts';
import { daySchema } from '../values/day.ts';

/**
 * What a staff app and the school's server say to each other. A test hashes these schemas and those of all
 * commands: whoever changes them raises the version and says why here.
 * 1: push, pull, first pull, stream, sealed delivery.
 */
export const protocolVersion = 1;

/** The most entries of one push; more go in further pushes. */
export const PUSH_LIMIT = 500;

/** An opaque, sealed place in the school's history. Equal cursors are equal texts; nothing else can be read from them. */
export const cursorSchema = z.string().min(1).max(400);

const id = z.uuid();
const cell = z.union([z.string(), z.number(), z.null()]);

/** One entry of an outbox. `occurredAt` is the desk's clock, for display; the server orders by revision. */
export const entrySchema = z.strictObject({
  id,
  name: z.string().max(60),
  args: z.unknown(),
  occurredAt: z.iso.datetime(),
  dependsOn: z.array(id).max(50),
});
export type Entry = z.output<typeof entrySchema>;

export const pushRequestSchema = z.strictObject({
  protocol: z.number().int(),
  entries: z.array(entrySchema).max(PUSH_LIMIT),
});

/**
 * `applied` and `refused` are final, and the same again for a repeated entry. `later`: what it depends on has
 * not arrived, or may come back with a desk that has not returned since the server was restored. `handedOver`: its author may not see the child any more, so what was typed now lies with the
 * office, and the device keeps a reference only.
 */
export const answerSchema = z.discriminatedUnion('status', [
  z.object({ id, status: z.literal('applied'), result: z.unknown() }),
  z.object({
    id,
    status: z.literal('refused'),
    reason: z.enum(refusalReasons),
    handedOver: z.literal(true).optional(),
  }),
  z.object({ id, status: z.literal('later') }),
]);
export type Answer = z.output<typeof answerSchema>;
export const pushResponseSchema = z.object({ answers: z.array(answerSchema) });

/** Entries sealed to the server's key (sync/sealed-entry.ts); delivered by the device, whoever is signed in. */
export const deliverRequestSchema = z.strictObject({
  protocol: z.number().int(),
  deviceId: id,
  /** `lastCopy`: the author's cache is lost; nobody but the server can read this any more. */
  sealed: z
    .array(z.strictObject({ id, box: z.string().max(200_000), lastCopy: z.boolean() }))
    .max(PUSH_LIMIT),
});
export type SealedBox = z.output<typeof deliverRequestSchema>['sealed'][number];
/**
 * Per delivered box: `done` when the server has taken its entry, or has handed it to the office; `refused` when
 * only its author can do anything about it, `unreadable` if it can never be opened.
 */
export const deliverResponseSchema = z.object({
  outcomes: z.array(z.object({ id, outcome: z.enum(['done', 'refused', 'later', 'unreadable']) })),
});

/** A part of the school this device may hold; `rootId` `*` means all roots of the facet. `untilDay`: the last day it may. */
export const grantSchema = z.object({
  facet: z.enum(facets),
  rootId: z.string(),
  untilDay: daySchema.nullable(),
});
export type Grant = z.output<typeof grantSchema>;

/** Rows by table, columns in the registry's order; only tables that have any. */
export const rowsSchema = z.partialRecord(z.enum(tableNames), z.array(z.array(cell)));
export type WireRows = z.output<typeof rowsSchema>;

/**
 * The way from one cursor to a later one. Apply in this order, in one transaction: `ended` is taken away,
 * `began` is emptied (its rows follow), `removed` goes, `rows` are put.
 */
export const deltaSchema = z.object({
  kind: z.literal('delta'),
  from: cursorSchema,
  to: cursorSchema,
  ended: z.array(grantSchema.omit({ untilDay: true })),
  began: z.array(grantSchema),
  removed: z.partialRecord(z.enum(tableNames), z.array(z.string())),
  rows: rowsSchema,
  /** Entries of this person whose effect is contained. */
  settles: z.array(id),
  /** Entries the device named as awaited that this server has never answered: it was restored. Push them again. */
  missing: z.array(id).optional(),
});
export type Delta = z.output<typeof deltaSchema>;

/** The cursor is unknown (a restored server), or older than what the server remembers: begin again, keep the outbox. */
export const resyncSchema = z.object({ kind: z.literal('resync') });

/** `awaiting`: entries that were answered and whose rows have not come yet. */
export const pullRequestSchema = z.strictObject({
  protocol: z.number().int(),
  cursor: cursorSchema,
  awaiting: z
    .array(id)
    .max(2 * PUSH_LIMIT)
    .default([]),
});
export const pullResponseSchema = z.discriminatedUnion('kind', [deltaSchema, resyncSchema]);
export type PullResponse = z.output<typeof pullResponseSchema>;

/** A line of a first pull (NDJSON). `resume` lets an interrupted pull go on behind that line. */
export const firstPullLineSchema = z.discriminatedUnion('kind', [
  /** `resumed` false: this is a pull from the beginning; what an earlier one brought is emptied first. */
  z.object({ kind: z.literal('begin'), total: z.number().int(), resumed: z.boolean() }),
  z.object({
    kind: z.literal('rows'),
    table: z.enum(tableNames),
    rows: z.array(z.array(cell)),
    resume: cursorSchema,
  }),
  z.object({ kind: z.literal('morning') }),
  z.object({ kind: z.literal('end'), cursor: cursorSchema, grants: z.array(grantSchema) }),
]);
export type FirstPullLine = z.output<typeof firstPullLineSchema>;

/** What the server says over the stream (WebSocket), after the client's `hello`. */
export const streamFrameSchema = z.discriminatedUnion('kind', [
  deltaSchema,
  resyncSchema,
  /** Something is there; pull it (sent instead of a delta that would be too large, or after a gap). */
  z.object({ kind: z.literal('poke') }),
  z.object({ kind: z.literal('signedOut') }),
]);
export type StreamFrame = z.output<typeof streamFrameSchema>;
export const streamHelloSchema = z.strictObject({
  kind: z.literal('hello'),
  protocol: z.number().int(),
  token: z.string(),
  cursor: cursorSchema,
});

/** `GET /sync/identity`: which server this is, before anything is trusted to it. */
export const identitySchema = z.object({
  product: z.literal('postmappe'),
  protocols: z.array(z.number().int()),
  serverId: id,
  setUp: z.boolean(),
  /** Where it keeps several schools: which ones, to be chosen from at the first sign-in of a device. */
  schools: z.array(z.object({ id: z.string(), key: z.string(), name: z.string() })).max(2_000),
  /** X25519 public key (base64, raw 32 bytes) that entries are sealed to. */
  sealingKey: z.string(),
});

/** `POST /session`: a staff member signs in on a device. */
export const signInRequestSchema = z.strictObject({
  protocol: z.number().int(),
  schoolKey: z.string().max(60).nullable(),
  userName: z.string().trim().min(1).max(80),
  password: z.string().min(1).max(200),
  /** Takes the place of the password, where the password is right: the first own one, or another. */
  newPassword: passwordSchema.optional(),
  deviceId: id,
  deviceName: z.string().trim().max(80),
});
export const signInResponseSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('signedIn'),
    token: z.string(),
    expiresAt: z.iso.datetime(),
    /** Lets the device deliver this person's sealed entries for as long as the device is trusted; good for nothing else. */
    delegation: z.string(),
    person: z.object({
      id,
      givenName: z.string(),
      familyName: z.string(),
      role: z.enum(['schoolOffice', 'principal', 'teacher', 'administrator']),
    }),
    school: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
    serverTime: z.iso.datetime(),
  }),
  z.object({ status: z.literal('wrong') }),
  /** The password was made by somebody else, for once: the person has to choose one of their own. */
  z.object({ status: z.literal('ownPasswordNeeded') }),
  /** And can't any more. */
  z.object({ status: z.literal('oneTimeExpired') }),
  z.object({ status: z.literal('throttled'), retryInSeconds: z.number().int() }),
  z.object({ status: z.literal('revoked') }),
]);
export type SignInResponse = z.output<typeof signInResponseSchema>;
