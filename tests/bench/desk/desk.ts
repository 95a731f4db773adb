import { startCore } from '../../../src-main/core/core.ts';
import { createPaperRenderer } from '../../../src-main/core/paper/render.ts';
import { createHttpTransport } from '../../../src-main/core/sync/http-transport.ts';
import { benchEnvironment, type DeskPlace } from './bench-environment.ts';
import { type DeskWindow, windowOn } from './desk-window.ts';
import { type PausableTransport, pausable } from './pausable-transport.ts';

/** A staff core in this very process. */
export interface Desk extends DeskWindow {
  readonly line: PausableTransport;
  /** Resolves when nothing is being synced. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a core from its sources in `place.dataFolder`, with the passwords' full cost. */
export async function openDesk(place: DeskPlace): Promise<Desk> {
  const transport = createHttpTransport({ url: place.serverUrl });
  const line = pausable(transport);
  const environment = benchEnvironment(place, line.transport);
  const renderer = createPaperRenderer({ resourcesFolder: environment.resourcesFolder });
  const core = await startCore(environment, { renderer });
  return {
    ...windowOn(core),
    line,
    idle: () => core.idle(),
    async close() {
      await core.close();
      await transport.close();
    },
  };
}
