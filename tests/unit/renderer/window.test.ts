import { afterAll, afterEach, beforeAll } from 'vitest';
import { startWindows, type WindowFactory } from '../../support/renderer-harness/open-window.ts';
import { appearanceStories } from './window/appearance-stories.ts';
import { headStories } from './window/head-stories.ts';
import { officeStories } from './window/office-stories.ts';
import { sessionStories } from './window/session-stories.ts';
import { teacherStories } from './window/teacher-stories.ts';

let running: WindowFactory | undefined;
beforeAll(async () => {
  running = await startWindows();
});
afterEach(() => running?.closePages());
afterAll(() => running?.close());

const windows: Pick<WindowFactory, 'open'> = {
  open: async (options) => {
    if (!running) throw new Error('The window could not be built.');
    return running.open(options);
  },
};

officeStories(windows);
teacherStories(windows);
headStories(windows);
sessionStories(windows);
appearanceStories(windows);
