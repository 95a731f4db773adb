import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CallMistake } from './app-arguments.ts';
import { FolderInUse, lockFolder } from './lock-folder.ts';
import { type AnotherWindow, askForWindow } from './second-start.ts';

/** How long an app on the same folder may take to start, or to end, before a second start gives up. */
const OTHER_APP_WITHIN_MS = 8000;
const LOOK_EVERY_MS = 250;

/** Where the core keeps its files. */
export function deskFolder(dataFolder: string): string {
  return join(dataFolder, 'desk');
}

/**
 * Takes a data folder for this process alone. Two starts at once (a double click on the icon) end with one
 * core and two windows; an app that was killed holds nothing.
 * @returns a window of the app that has it already; undefined: the folder is ours
 * @throws {CallMistake} and other errors whose message is a sentence
 */
export async function takeFolder(dataFolder: string): Promise<AnotherWindow | undefined> {
  const until = performance.now() + OTHER_APP_WITHIN_MS;
  for (;;) {
    const window = await askForWindow(dataFolder);
    if (window) return window;
    try {
      lockFolder(deskFolder(dataFolder));
      return undefined;
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      if (performance.now() > until)
        throw new CallMistake(`${error.message} It does not answer; end it, or restart this computer.`);
      await setTimeout(LOOK_EVERY_MS);
    }
  }
}
