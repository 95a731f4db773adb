import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderUnusable, folderProblem } from '../../core/machine/folder-problem.ts';
import { serverOrigin } from '../../core/sync/server-address.ts';
import { type AppArguments, CallMistake } from './app-arguments.ts';
import { windowFolder } from './built-app.ts';
import { coreStart } from './core-start.ts';
import type { CoreThread } from './core-thread.ts';
import { hangBell, takeBellDown } from './doorbell.ts';
import { recall, remember } from './host-memory.ts';
import { openKeyFile } from './key-file.ts';
import { openWindow } from './open-window.ts';
import { startPageServer } from './page-server.ts';
import type { AnotherWindow } from './second-start.ts';
import { takeFolder } from './take-folder.ts';
import { joinLine } from './window-line.ts';

/** A running app. `ended` resolves when its window was closed or its core has gone. */
export interface RunningApp {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

type Say = (line: string) => void;

/**
 * Runs the staff app in a browser window. The window loads while the core opens its files and signs in; what
 * it asks meanwhile waits. Where the app runs on this data folder already, it gets another window, and with
 * that this start has ended.
 * @param core a thread that has not begun yet
 * @param say prints a line for the person at the terminal
 * @throws {CallMistake} and other errors whose message is a sentence
 */
export async function runApp(options: AppArguments, core: CoreThread, say: Say): Promise<RunningApp> {
  await orFolderProblem(options.data, mkdir(options.data, { recursive: true, mode: 0o700 }));
  const running = await takeFolder(options.data);
  if (!running) return openApp(options, core, say);
  openAnother(options, running, say);
  return { ended: Promise.resolve(), stop: () => core.stop() };
}

async function openApp(options: AppArguments, core: CoreThread, say: Say): Promise<RunningApp> {
  const start = await coreStart(options);
  const secrets = await orFolderProblem(options.data, openKeyFile(join(options.data, 'device.key')));
  const ready = core.begin(start, secrets);
  ready.catch(() => undefined); // awaited below, when the window is on its way
  const ended = Promise.withResolvers<void>();
  const pages = await servePages(options, core, start.serverUrl);
  const child = showWindow(options, pages.door.invite(), say, ended.resolve);
  let stopping = false;
  const stop = async () => {
    stopping = true;
    child?.removeAllListeners('exit');
    child?.kill();
    await takeBellDown(options.data);
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
    ended.resolve();
  });
  return { ended: ended.promise, stop };
}

/** Serves the window, and hangs the bell for a second start. */
async function servePages(options: AppArguments, core: CoreThread, serverUrl: string) {
  try {
    const pages = await startPageServer({
      folder: windowFolder,
      port: options.port,
      usualPort: (await recall(options.data))?.port,
      serverUrl,
      onWindow: (socket) => joinLine(socket, core.connect()),
    });
    await orFolderProblem(options.data, remember(options.data, { server: serverUrl, port: pages.port }));
    await orFolderProblem(options.data, hangBell(options.data, pages.bell));
    return pages;
  } catch (error) {
    await core.stop();
    throw error;
  }
}

/** Opens another window of the app that runs already. */
function openAnother(options: AppArguments, { address, server }: AnotherWindow, say: Say): void {
  if (options.server !== null && serverOrigin(options.server) !== server) {
    throw new CallMistake(
      `Postmappe is already running on the folder ${options.data}, for ${server}; end it first, or choose another folder with --data.`,
    );
  }
  say('Postmappe is already running on this folder; here is another window of it.');
  showWindow(options, address, say, () => undefined);
}

/** Opens a window, or says the address that one can be opened with. */
function showWindow(options: AppArguments, address: string, say: Say, onClosed: () => void) {
  const child = options.open ? openWindow(address, join(options.data, 'window'), onClosed) : undefined;
  say(`Postmappe: ${child ? `${new URL(address).origin}/` : address}`);
  return child;
}

/** @throws {FolderUnusable} instead of what the system says */
async function orFolderProblem<T>(folder: string, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw error instanceof FolderUnusable ? error : new FolderUnusable(folderProblem(folder, error));
  }
}
