import type { Handlers } from './handlers.ts';
import { changed, type State } from './state.ts';

/** What was handed over to the office. */
export const handoverHandlers: Handlers = {
  'handovers.waiting': ({ handovers }) => ({ handovers }),
  'handovers.takeOver': (state, { handoverId }) => {
    drop(state, handoverId);
    return {};
  },
  'handovers.settle': (state, { handoverId }) => {
    drop(state, handoverId);
    return { handoverId };
  },
};

function drop(state: State, handoverId: string): void {
  const { handovers } = state;
  handovers.splice(
    handovers.findIndex((one) => one.handoverId === handoverId),
    1,
  );
  changed(state, 'handover');
}
