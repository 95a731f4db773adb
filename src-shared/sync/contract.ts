import { z } from 'zod';
import { refusalReasons } from '../contract/command.ts';
import { defineAction, defineQuery } from '../contract/operation.ts';

/** The quiet line below the rail. */
export const syncState = defineQuery('sync.state', {
  args: z.strictObject({}),
  result: z.object({
    state: z.enum(['synchronous', 'working', 'offline']),
    /** Last time cache and server agreed; null before the first sync. */
    lastSyncAt: z.iso.datetime().nullable(),
    offlineSince: z.iso.datetime().nullable(),
    pending: z.number().int(),
    attention: z.number().int(),
    /** Entries of other people of this PC that still wait for delivery. */
    othersPending: z.number().int(),
  }),
  reads: ['syncState', 'outbox'],
});

const entryView = z.object({
  entryId: z.uuid(),
  name: z.string(),
  occurredAt: z.iso.datetime(),
  studentId: z.uuid().nullable(),
  studentName: z.string().nullable(),
});

/** What waits, and what the server refused. */
export const syncEntries = defineQuery('sync.entries', {
  args: z.strictObject({}),
  result: z.object({
    pending: z.array(entryView),
    attention: z.array(
      entryView.extend({
        reason: z.enum(refusalReasons),
        refusedAt: z.iso.datetime(),
        /** Entries refused with it because they depended on it. */
        chain: z.number().int(),
        /** The typed arguments as JSON, so that nothing a person wrote is lost; a reference once handed over. */
        args: z.string(),
        /** What was typed lies with the office: the person may not see the child any more. */
        handedOver: z.boolean(),
      }),
    ),
  }),
  reads: ['outbox', 'student'],
});

/** The person has read a refused entry and puts it (and its chain) away. */
export const dismissEntry = defineAction('sync.dismiss', {
  args: z.strictObject({ entryId: z.uuid() }),
  result: z.object({}),
});

/** Try again now instead of at the next attempt. */
export const syncNow = defineAction('sync.now', { args: z.strictObject({}), result: z.object({}) });

export const syncOperations = {
  'sync.state': syncState,
  'sync.entries': syncEntries,
  'sync.dismiss': dismissEntry,
  'sync.now': syncNow,
} as const;
