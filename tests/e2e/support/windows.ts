import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { DeskApp } from '../../support/processes/desk-app.ts';
import { ElectronShells } from './electron-shell.ts';
import { Problems } from './problems.ts';

export type Theme = 'light' | 'dark' | 'contrast';

/** How a window looks: what a person has chosen, and the machine it stands on. */
export interface Look extends BrowserContextOptions {
  readonly theme?: Theme;
  readonly language?: 'de' | 'en';
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** An address lets in once; whoever comes back shows the cookie. Keyed by address: a restarted app has another. */
const cookies = new Map<string, Cookies>();

/** Keeps the choices of a PC where the window looks for them, unless the test has changed them meanwhile. */
function choose(choices: Record<string, string>): void {
  // The browser's own PDF viewer has no such place.
  if (!location.protocol.startsWith('http')) return;
  for (const [key, value] of Object.entries(choices))
    if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
}

/** The windows of one test; each has its own browser profile. */
export class Windows {
  readonly problems = new Problems();
  readonly #browser: Browser;
  readonly #open: BrowserContext[] = [];
  readonly #shells: ElectronShells | null;

  /** @param host where the windows open: in the browser host's Chromium, or in Electron */
  constructor(browser: Browser, host: 'browser' | 'electron') {
    this.#browser = browser;
    this.#shells = host === 'electron' ? new ElectronShells() : null;
  }

  /** Opens a window of a desk, as somebody would find it. */
  async open(desk: DeskApp, { theme = 'light', language = 'de', ...machine }: Look = {}): Promise<Page> {
    if (this.#shells) {
      const page = await this.#shells.open(desk, { theme, language });
      if (machine.viewport) await page.setViewportSize(machine.viewport);
      await this.problems.watch(page);
      return page;
    }
    const context = await this.#browser.newContext(machine);
    this.#open.push(context);
    const page = await context.newPage();
    await this.problems.watch(page);
    await page.addInitScript(choose, { theme, language });
    await this.enter(page, desk);
    return page;
  }

  /** Goes to the desk's page; a second time with the cookie of the first. */
  async enter(page: Page, desk: DeskApp): Promise<void> {
    const known = cookies.get(desk.address);
    if (known) await page.context().addCookies(known);
    await page.goto(known ? desk.origin : desk.address);
    if (!known) cookies.set(desk.address, await page.context().cookies());
  }

  async close(): Promise<void> {
    for (const context of this.#open.splice(0)) await context.close();
    await this.#shells?.close();
  }
}
