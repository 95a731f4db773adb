import type { Response, Transport } from '../../../src-shared/contract/message.ts';
import { absenceHandlers } from './absence-handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { deskHandlers } from './desk-handlers.ts';
import type { Handlers } from './handlers.ts';
import { handoverHandlers } from './handover-handlers.ts';
import { paperHandlers } from './paper-handlers.ts';
import { rosterHandlers } from './roster-handlers.ts';
import type { Scene } from './scene.ts';
import { sessionHandlers } from './session-handlers.ts';
import { createState, type State } from './state.ts';

/**
 * A core without a database, for pictures and tests of the screens. Operations it does not know are answered
 * as unknown, like a real core does.
 */
export function createFakeTransport(scene: Scene): Transport {
  const state = createState(scene);
  const handlers: Handlers = {
    ...sessionHandlers,
    ...caseHandlers,
    ...deskHandlers,
    ...absenceHandlers,
    ...handoverHandlers,
    ...paperHandlers,
    ...rosterHandlers,
  };
  const known = new Map(Object.entries(handlers));
  return {
    request: async ({ id, operation, args }): Promise<Response> => {
      // The map was made from the typed table; the name picks the handler of these very arguments.
      const handle = known.get(operation) as ((state: State, args: unknown) => unknown) | undefined;
      if (!handle) return { id, ok: false, kind: 'unknownOperation', reason: 'unknownOperation' };
      return { id, ok: true, result: structuredClone(handle(state, args)) };
    },
    onChange: (listener) => {
      state.listeners.add(listener);
      return () => state.listeners.delete(listener);
    },
  };
}
