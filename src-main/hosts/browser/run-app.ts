import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serverOrigin } from '../../core/sync/http-transport.ts';
import { type AppArguments, CallMistake } from './app-arguments.ts';
import { type CoreStart, startCoreThread } from './core-thread.ts';
import { openKeyFile } from './key-file.ts';
import { openWindow } from './open-window.ts';
import { startPageServer } from './page-server.ts';
import { rememberServer } from './remembered-server.ts';
import { joinLine } from './window-line.ts';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** A running app. `ended` resolves when its window was closed or its core has gone. */
export interface RunningApp {
  readonly address: string;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the staff app in a browser window: core, page server, window.
 * @param say prints a line for the person at the terminal
 * @param windowFolder the built window
 * @throws {CallMistake} and other errors whose message is a sentence
 */
export async function runApp(
  options: AppArguments,
  say: (line: string) => void,
  windowFolder = join(projectRoot, 'dist', 'renderer'),
): Promise<RunningApp> {
  if (!existsSync(join(windowFolder, 'index.html'))) {
    throw new CallMistake('The window is not built yet. Build it with: npm run build');
  }
  await mkdir(options.data, { recursive: true, mode: 0o700 });
  const start = await coreStart(options);
  const secrets = await openKeyFile(join(options.data, 'device.key'));
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const core = await startCoreThread(start, secrets, (code) => {
    say(`The app's core has ended unexpectedly (${code}); please start the app again.`);
    end();
  });
  const pages = await startPageServer({
    folder: windowFolder,
    port: options.port,
    onWindow: (socket) => joinLine(socket, core.connect()),
  }).catch(async (error: unknown) => {
    await core.stop();
    throw error;
  });
  const { address } = pages.door;
  const child = options.open ? openWindow(address, join(options.data, 'window'), end) : undefined;
  say(child ? `Postmappe: ${pages.door.origin}/` : `Postmappe: ${address}`);
  return { address, ended, stop: () => stopAll(child, pages.close, core.stop) };
}

async function coreStart(options: AppArguments): Promise<CoreStart> {
  // What can't be an address is not remembered for the next start.
  if (options.server !== null) serverOrigin(options.server);
  const serverUrl = serverOrigin(await rememberServer(options.data, options.server));
  const ca = options.ca === null ? undefined : await readText(options.ca);
  const { signIn } = options;
  const password = signIn ? (await readText(signIn.passwordFile)).split(/\r?\n/)[0] : undefined;
  return {
    dataFolder: join(options.data, 'desk'),
    resourcesFolder: join(projectRoot, 'resources'),
    downtimeFolder: options.downtimeFolder,
    deviceName: hostname().slice(0, 80),
    serverUrl,
    ...(ca === undefined ? {} : { ca }),
    ...(options.demoNow === null ? {} : { clockAheadMs: Date.parse(options.demoNow) - Date.now() }),
    ...(signIn && password ? { signInAs: { userName: signIn.userName, password } } : {}),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CallMistake(`The file ${path} can't be read.`);
  }
}

async function stopAll(
  window: ChildProcess | undefined,
  closePages: () => Promise<void>,
  stopCore: () => Promise<void>,
): Promise<void> {
  window?.removeAllListeners('exit');
  window?.kill();
  await closePages();
  await stopCore();
}
