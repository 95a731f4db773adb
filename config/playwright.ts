import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';
import { hasElectron } from './has-electron.ts';
import { projectRoot } from './project.ts';

/** No calls home, no first-run pages; as root Chromium refuses to start with its sandbox. */
const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
const executablePath = findBrowser();
const stories = join(projectRoot, 'tests/e2e/stories');

export default defineConfig({
  testDir: stories,
  projects: [
    { name: 'browser' },
    // Reported as skipped, never as passed, where Electron can't run. `@browser` marks what only that host has.
    hasElectron()
      ? { name: 'electron', grepInvert: /@browser/ }
      : { name: 'electron', testDir: join(projectRoot, 'tests/e2e/without-electron') },
  ],
  outputDir: join(projectRoot, 'test-results/e2e'),
  globalSetup: join(projectRoot, 'config/e2e-setup.ts'),
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: { args: flags, ...(executablePath ? { executablePath } : {}) },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
