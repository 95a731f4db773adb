import type { UtilityProcess } from 'electron';
import type { SecretStore } from '../../core/environment.ts';
import { processArguments } from '../../core/worker/young-generation.ts';
import type { Electron } from './electron-parts.ts';
import { answerSecretQuestion } from './secret-desk.ts';

/** What the core is told when it starts (core-worker.ts). */
export interface CoreStart {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly downtimeFolder: string | null;
  readonly deviceName: string;
  readonly serverUrl: string;
  /** Certificate of the school's own authority (PEM). */
  readonly ca?: string;
  /** Milliseconds by which this desk's clock runs ahead of the machine's: for demonstrations. */
  readonly clockAheadMs?: number;
  readonly signInAs?: { readonly userName: string; readonly password: string };
}

/** Starts the core in a process of its own, tells it where it is and lends it the key ring. */
export function startCore(
  Process: Electron['utilityProcess'],
  entry: string,
  start: CoreStart,
  secrets: SecretStore,
): UtilityProcess {
  const core = Process.fork(entry, [], {
    serviceName: 'Postmappe core',
    stdio: 'inherit',
    execArgv: [...processArguments],
  });
  core.on('message', async (message: unknown) => {
    const answer = await answerSecretQuestion(secrets, message);
    if (answer) core.postMessage(answer);
  });
  core.postMessage({ kind: 'start', ...start });
  return core;
}
