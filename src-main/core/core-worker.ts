import { randomBytes } from 'node:crypto';
import { parentPort as threadPort } from 'node:worker_threads';
import { z } from 'zod';
import { type Core, startCore } from './core.ts';
import { driverProblem, EXIT_WRONG_NODE } from './database/native-driver.ts';
import type { CoreEnvironment } from './environment.ts';
import { FolderUnusable, folderProblem, isFolderFault } from './machine/folder-problem.ts';
import { clockAhead, systemClock } from './machine/system-clock.ts';
import { createTextLog } from './machine/text-log.ts';
import { createPaperDesk } from './paper/paper-desk.ts';
import { startPaperProcess, startPaperThread } from './paper/paper-press.ts';
import { createHttpTransport } from './sync/http-transport.ts';
import { borrowSecrets } from './worker/borrowed-secrets.ts';
import { type HostEnd, hostEndOf, type WindowPort } from './worker/host-end.ts';

/** What a host tells the core when it starts. All of it survives structured cloning. */
const startSchema = z.object({
  kind: z.literal('start'),
  dataFolder: z.string(),
  resourcesFolder: z.string(),
  downtimeFolder: z.string().nullable(),
  deviceName: z.string(),
  serverUrl: z.string(),
  /** Certificate of the school's own authority (PEM). */
  ca: z.string().optional(),
  /** Milliseconds by which this desk's clock runs ahead of the machine's: for demonstrations. */
  clockAheadMs: z.number().optional(),
  /** Signs in by itself: for the demo school only. */
  signInAs: z.object({ userName: z.string(), password: z.string() }).optional(),
});
type Start = z.output<typeof startSchema>;

/** The press's script lies beside this one, as source or bundled. */
const paperEntry = new URL(
  import.meta.url.endsWith('.ts') ? './paper/paper-worker.ts' : './paper-worker.js',
  import.meta.url,
);

function makeEnvironment(host: HostEnd, start: Start): CoreEnvironment {
  return {
    dataFolder: start.dataFolder,
    resourcesFolder: start.resourcesFolder,
    downtimeFolder: start.downtimeFolder,
    deviceName: start.deviceName,
    secrets: borrowSecrets(host),
    clock: clockAhead(systemClock, start.clockAheadMs ?? 0),
    randomBytes: (length) => randomBytes(length),
    log: createTextLog((line) => process.stderr.write(`${line}\n`)),
    server: createHttpTransport({ url: start.serverUrl, ...(start.ca ? { ca: start.ca } : {}) }),
  };
}

async function begin(host: HostEnd, start: Start): Promise<Core> {
  const renderer = createPaperDesk({
    resourcesFolder: start.resourcesFolder,
    entry: paperEntry,
    // Electron's fuses forbid it to run as Node, so there the press is a thread; elsewhere a process of its own.
    startPress: threadPort ? startPaperProcess : startPaperThread,
  });
  const core = await startCore(makeEnvironment(host, start), { renderer }).catch((error: unknown) => {
    throw isFolderFault(error) ? new FolderUnusable(folderProblem(start.dataFolder, error)) : error;
  });
  if (start.signInAs) await core.request({ id: 0, operation: 'session.signIn', args: start.signInAs });
  return core;
}

/** Answers one window over its port, until the port is closed. */
function serve(core: Core, port: WindowPort): void {
  const stop = core.onChange((notice) => port.post(notice));
  port.onMessage(async (message) => port.post(await core.request(message)));
  port.onClose(stop);
}

function run(host: HostEnd): void {
  let core: Promise<Core> | undefined;
  host.onMessage((message, port) => {
    const kind =
      typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
    if (kind === 'start' && !core) {
      core = begin(host, startSchema.parse(message));
      core.then(
        () => host.post({ kind: 'ready' }),
        (error: unknown) => host.fail(error),
      );
    } else if (kind === 'connect' && port)
      core?.then((started) => serve(started, port)).catch(() => undefined);
    else if (kind === 'stop')
      void Promise.resolve(core)
        .then((started) => started?.close())
        .finally(host.end);
  });
}

const problem = driverProblem(process.versions);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(EXIT_WRONG_NODE);
}
run(hostEndOf(threadPort));
