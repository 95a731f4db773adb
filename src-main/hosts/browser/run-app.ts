import { mkdir, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { serverOrigin } from '../../core/sync/server-address.ts';
import { type AppArguments, CallMistake } from './app-arguments.ts';
import { projectRoot, windowFolder } from './built-app.ts';
import type { CoreStart, CoreThread } from './core-thread.ts';
import { openKeyFile } from './key-file.ts';
import { openWindow } from './open-window.ts';
import { startPageServer } from './page-server.ts';
import { rememberServer } from './remembered-server.ts';
import { joinLine } from './window-line.ts';

/** A running app. `ended` resolves when its window was closed or its core has gone. */
export interface RunningApp {
  readonly address: string;
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the staff app in a browser window. The window loads while the core opens its files and signs in; what
 * it asks meanwhile waits.
 * @param core a thread that has not begun yet
 * @param say prints a line for the person at the terminal
 * @throws {CallMistake} and other errors whose message is a sentence
 */
export async function runApp(
  options: AppArguments,
  core: CoreThread,
  say: (line: string) => void,
): Promise<RunningApp> {
  await mkdir(options.data, { recursive: true, mode: 0o700 });
  const start = await coreStart(options);
  const ready = core.begin(start, await openKeyFile(join(options.data, 'device.key')));
  ready.catch(() => undefined); // awaited below, when the window is on its way
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
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
  let stopping = false;
  const stop = async () => {
    stopping = true;
    child?.removeAllListeners('exit');
    child?.kill();
    await pages.close();
    await core.stop();
  };
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  core.ended().then((code) => {
    if (stopping) return;
    say(`The app's core has ended unexpectedly (${code}); please start the app again.`);
    end();
  });
  return { address, ended, stop };
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
