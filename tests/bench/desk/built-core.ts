import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../../config/project.ts';
import { coreEntry } from '../../../src-main/hosts/browser/built-app.ts';
import { CoreThread } from '../../../src-main/hosts/browser/core-thread.ts';
import type { ChangeNotice, Response, Transport } from '../../../src-shared/contract/message.ts';
import { DEMO_NOW_MS } from '../harness/demo-morning.ts';
import type { DeskPlace } from './bench-environment.ts';
import { type DeskWindow, windowOn } from './desk-window.ts';

/** The core as it is shipped: bundled, in a thread of its own, with the limits its hosts give it. */
export interface BuiltCore extends DeskWindow {
  close(): Promise<void>;
}

/** Starts it as the browser host does and waits until it can be asked. The app must have been built. */
export async function openBuiltCore(place: DeskPlace): Promise<BuiltCore> {
  const core = new CoreThread(pathToFileURL(coreEntry));
  const start = {
    dataFolder: place.dataFolder,
    resourcesFolder: join(projectRoot, 'resources'),
    downtimeFolder: null,
    deviceName: 'benchmark',
    serverUrl: place.serverUrl,
    clockAheadMs: DEMO_NOW_MS - place.serverStartedAtMs,
  };
  await core.begin(start, { seal: async (bytes) => bytes, unseal: async (bytes) => bytes });
  return { ...windowOn(overPort(core)), close: () => core.stop() };
}

/** The core's answers by the ids of the questions; notices come unasked. */
function overPort(core: CoreThread): Transport {
  const port = core.connect();
  const waiting = new Map<number, (response: Response) => void>();
  const listeners = new Set<(notice: ChangeNotice) => void>();
  port.on('message', (message: Response | ChangeNotice) => {
    if ('changed' in message) {
      for (const listener of listeners) listener(message);
      return;
    }
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  return {
    request: (message) =>
      new Promise((resolve) => {
        waiting.set(message.id, resolve);
        port.postMessage(message);
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
