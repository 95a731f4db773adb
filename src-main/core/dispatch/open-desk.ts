import type { sessionOperations } from '../../../src-shared/session/contract.ts';
import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import { accountHandlers } from '../accounts/handlers.ts';
import { readMeta } from '../database/cache-meta.ts';
import type { PaperRenderer } from '../paper/render.ts';
import { startDowntimeSheets } from '../paper-sheets/handlers.ts';
import type { OpenSession } from '../session/open-session.ts';
import type { SessionManager } from '../session/session-manager.ts';
import { syncHandlers } from '../sync/sync-handlers.ts';
import type { ChangeNotices } from './change-notices.ts';
import type { EntryTools, HandlersFor } from './context.ts';
import type { AnyHandler, OpenDesk } from './dispatcher.ts';
import { featureHandlers } from './feature-handlers.ts';

/** Every query and action of the contract but those that work with a locked screen. */
type DeskHandlers = Omit<HandlersFor<'query' | 'action'>, keyof typeof sessionOperations>;

export interface DeskParts {
  readonly manager: SessionManager;
  readonly notices: ChangeNotices;
  readonly renderer: PaperRenderer;
}

/** The handlers over one open cache, and the jobs that run beside them. */
export function openDeskOver(
  parts: DeskParts,
  session: OpenSession,
): OpenDesk & { readonly close: () => void } {
  const { manager, notices, renderer } = parts;
  const { workspace, profile } = session;
  const { context, cache, engine } = workspace;
  const { clock, randomBytes, resourcesFolder } = manager.environment;
  const morning = watchMorning(session);
  const downtime = startDowntimeSheets(context, { renderer, resourcesFolder }, morning.isReady);
  const stopTelling = notices.onChange(({ changed }) => {
    morning.look();
    downtime?.changed(changed);
  });
  const submit = async (name: string, args: unknown, after?: readonly string[]) => {
    const submitted = await workspace.submit(name, args, after);
    await manager.copies.keep(profile, cache, submitted.entry);
    return submitted;
  };
  const enter: EntryTools['enter'] = async (...entered) => (await submit(...entered)).entry.id;
  const newId = () => uuidV7(clock.nowMs(), randomBytes);
  const handlers: DeskHandlers = {
    ...featureHandlers(context, { renderer, resourcesFolder, downtime }, { newId, enter }),
    ...accountHandlers(manager.environment.server, session),
    ...syncHandlers({ cache, engine, othersPending: () => manager.postbox.countOthers(profile.id) }),
  };
  return {
    // The contract pairs each name with its handler; the dispatcher parses arguments by the same name.
    handlers: new Map(Object.entries(handlers) as [string, AnyHandler][]),
    snapshot: cache.snapshot,
    submit: async (name, args) => (await submit(name, args)).result,
    close: () => {
      stopTelling();
      downtime?.stop();
    },
  };
}

/** Whether the cache has what the morning needs: asked of the cache, remembered once true. */
function watchMorning({ workspace }: OpenSession): { isReady: () => boolean; look: () => void } {
  let ready = false;
  const look = () => {
    if (ready) return;
    const { reader } = workspace.cache;
    Promise.all([readMeta(reader, 'cursor'), readMeta(reader, 'firstPull')]).then(
      ([cursor, pull]) => {
        ready = cursor !== null || pull?.morningReady === true;
      },
      () => undefined, // closed meanwhile
    );
  };
  look();
  return { isReady: () => ready, look };
}
