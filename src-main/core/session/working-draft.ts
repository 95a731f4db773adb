import { readDraft } from '../../../src-shared/calls/draft.ts';
import type { Cache } from '../database/cache.ts';
import type { WorkingDraftStore } from '../dispatch/context.ts';

/**
 * The unfinished entry of the phone desk in its one row; survives a crash, never leaves this desk. It is kept at
 * each key, and a search must not wait for the disk meanwhile: what is parked or recorded is durable.
 */
export function createWorkingDraftStore(cache: Cache): WorkingDraftStore {
  return {
    async read() {
      const row = await cache.reader
        .selectFrom('workingDraft')
        .select(['callId', 'draft'])
        .executeTakeFirst();
      if (!row) return { callId: null, draft: null };
      return { callId: row.callId, draft: row.draft === null ? null : readDraft(row.draft) };
    },
    async keep(callId, draft) {
      await cache.writeSoon(async (tx) => {
        await tx.db
          .replaceInto('workingDraft')
          .values({ id: 1, callId, draft: draft === null ? null : JSON.stringify(draft) })
          .execute();
      });
    },
  };
}
