import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { afterEach } from 'vitest';
import { runApp } from '../../../src-main/hosts/electron/run-app.ts';
import { createFakeElectron, type FakeDesktop } from './fake-electron.ts';

export interface FakeStart {
  readonly args?: readonly string[];
  readonly platform?: NodeJS.Platform;
  /** What stands in the person's postmappe.json; undefined: there is none. */
  readonly settings?: string;
  readonly loadUpdater?: () => Promise<AppUpdater>;
  /** Changes the desktop before the app starts. */
  readonly before?: (desktop: FakeDesktop) => void;
}

export interface FakeRun {
  readonly desktop: FakeDesktop;
  readonly folder: string;
  /** What the operating system sends the process. */
  readonly signals: EventEmitter;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Starts the app on a fake desktop, as an installed app would be started. */
export async function runFakeApp(start: FakeStart = {}): Promise<FakeRun> {
  const { args = ['--server', 'https://schule.example'], platform = 'linux', settings } = start;
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-electron-'));
  folders.push(folder);
  if (settings !== undefined) writeFileSync(join(folder, 'postmappe.json'), settings);
  const { electron, desktop } = createFakeElectron(folder);
  const signals = new EventEmitter();
  start.before?.(desktop);
  const process = {
    argv: ['Postmappe', ...args],
    // A machine without settings for all users.
    env: { PROGRAMDATA: folder },
    platform,
    resourcesPath: '/opt/Postmappe/resources',
    // The host only ever adds listeners for signals.
    on: signals.on.bind(signals) as unknown as NodeJS.Process['on'],
  };
  const loadUpdater = start.loadUpdater ?? (() => Promise.reject(new Error('updates are off')));
  await runApp(electron, process, loadUpdater);
  return { desktop, folder, signals };
}
