import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { projectRoot } from '../../../config/project.ts';
import type { CoreEnvironment } from '../../../src-main/core/environment.ts';
import type { ServerTransport } from '../../../src-main/core/sync/server-transport.ts';
import { demoClock } from '../harness/demo-morning.ts';

/** Where a benchmark's core works. */
export interface DeskPlace {
  readonly dataFolder: string;
  readonly serverUrl: string;
  readonly serverStartedAtMs: number;
}

/** The machine as a benchmark shows it to the core: real files and clock, a key ring that keeps nothing secret. */
export function benchEnvironment(place: DeskPlace, server: ServerTransport): CoreEnvironment {
  return {
    dataFolder: place.dataFolder,
    downtimeFolder: null,
    resourcesFolder: join(projectRoot, 'resources'),
    deviceName: 'benchmark',
    secrets: { seal: async (bytes) => bytes, unseal: async (bytes) => bytes },
    clock: demoClock(place.serverStartedAtMs),
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    log: { info: () => undefined, warn: (event, details) => console.error(event, details ?? '') },
    server,
  };
}
