import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll } from 'vitest';
import {
  startWindows,
  type WindowFactory,
  type WindowOptions,
} from '../../../support/renderer-harness/open-window.ts';

let running: WindowFactory | undefined;

/** Windows for all stories of a file; built and started once, closed after each story. */
export const windows = {
  open: async (options?: WindowOptions): Promise<Page> => {
    if (!running) throw new Error('The window could not be built.');
    return running.open(options);
  },
};

/** Starts and ends the windows with the file of tests that calls this. */
export function withWindows(): void {
  beforeAll(async () => {
    running = await startWindows();
  });
  afterEach(() => running?.closePages());
  afterAll(() => running?.close());
}
