import { readDraft } from '../../../src-shared/calls/draft.ts';
import type { Cache } from '../database/cache.ts';
import type { WorkingDraftStore } from '../dispatch/context.ts';

/** The unfinished entry of the phone desk in its one row; survives a crash, never leaves this desk. */
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
      await cache.write(async (tx) => {
        await tx.db
          .replaceInto('workingDraft')
          .values({ id: 1, callId, draft: draft === null ? null : JSON.stringify(draft) })
          .execute();
      });
    },
  };
}
