import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { projectRoot } from '../../../config/project.ts';
import { findElectronBinary } from '../../../src-main/hosts/electron/installed-binary.ts';
import { DEMO_NOW } from '../../support/processes/demo-server.ts';
import type { DeskApp } from '../../support/processes/desk-app.ts';

/** The Electron apps of one test; each stands where a desk's browser host would stand, on a folder of its own. */
export class ElectronShells {
  readonly #running: ElectronApplication[] = [];

  /** Starts the app as somebody would find it. @returns its window */
  async open(desk: DeskApp, choices: Record<string, string>): Promise<Page> {
    const executablePath = findElectronBinary({
      packageFolder: join(projectRoot, 'node_modules', 'electron'),
      env: process.env,
    });
    if (executablePath === null) throw new Error('Electron is not on this machine.');
    const { server, data, as } = desk.options;
    const args = [
      projectRoot,
      '--demo',
      '--demo-now',
      DEMO_NOW,
      '--server',
      server,
      '--data',
      `${data}-electron`,
    ];
    if (as) args.push('--sign-in', as.userName, '--password-file', as.passwordFile);
    const app = await _electron.launch({ executablePath, args, cwd: projectRoot });
    this.#running.push(app);
    const page = await app.firstWindow();
    await page.evaluate((wanted) => {
      for (const [key, value] of Object.entries(wanted)) localStorage.setItem(key, value);
    }, choices);
    await page.reload();
    return page;
  }

  async close(): Promise<void> {
    for (const app of this.#running.splice(0)) await app.close();
  }
}
