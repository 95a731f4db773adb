import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '../../../config/find-browser.mjs';
import { projectRoot } from '../../../config/project.ts';
import type { Request } from '../../../src-shared/contract/message.ts';
import { createFakeTransport } from './fake-transport.ts';
import type { Scene } from './scene.ts';

export interface WindowOptions {
  readonly scene?: Scene['name'];
  readonly as?: Scene['role'];
  /** The route, as `#/attention`. */
  readonly hash?: string;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly language?: 'de' | 'en';
  readonly width?: number;
  readonly height?: number;
}

/** Opens windows over the invented core in a real browser. */
export interface WindowFactory {
  open(options?: WindowOptions): Promise<Page>;
  /** Closes what one test has opened. */
  closePages(): Promise<void>;
  close(): Promise<void>;
}

const ORIGIN = 'http://postmappe.test';
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the window into a folder of its own and starts a browser; once for all stories. */
export async function startWindows(): Promise<WindowFactory> {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-window-'));
  await build({
    configFile: join(projectRoot, 'config/vite.renderer.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--disable-background-networking',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return {
    open: (options = {}) => openWindow(browser, folder, options),
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openWindow(browser: Browser, folder: string, options: WindowOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  await serveBuilt(context, folder);
  await choose(context, options);
  await joinCore(context, { name: options.scene ?? 'morning', role: options.as ?? 'schoolOffice' });
  const page = await context.newPage();
  page.setDefaultTimeout(6_000);
  await page.goto(`${ORIGIN}/${options.hash ?? ''}`);
  await page.locator('main').getByRole('heading').first().waitFor();
  return page;
}

/** The built files answer for an origin that does not exist: no server, no port. */
async function serveBuilt(context: BrowserContext, folder: string): Promise<void> {
  await context.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!existsSync(path)) return route.fulfill({ status: 404 });
    return route.fulfill({ path, contentType: TYPES[extname(path)] ?? 'application/octet-stream' });
  });
}

async function choose(context: BrowserContext, { theme, language }: WindowOptions): Promise<void> {
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('theme', chosenTheme);
      localStorage.setItem('language', chosenLanguage);
    },
    [theme ?? 'light', language ?? 'de'] as const,
  );
}

/** Gives the page what a preload gives it: exactly `request` and `onChange`. The core stays in this process. */
async function joinCore(context: BrowserContext, scene: Scene): Promise<void> {
  const core = createFakeTransport(scene);
  await context.exposeFunction('askInventedCore', (message: Request) => core.request(message));
  await context.addInitScript(() => {
    const listeners = new Set<(notice: unknown) => void>();
    const shown: string[] = [];
    Object.assign(window, {
      postmappe: {
        request: (message: unknown) => Reflect.get(window, 'askInventedCore')(message),
        onChange: (listener: (notice: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      hearInventedCore: (notice: unknown) => {
        for (const listener of listeners) listener(notice);
      },
      shownNotifications: shown,
      Notification: class extends EventTarget {
        static permission = 'granted';
        constructor(title: string, options: { body: string }) {
          super();
          shown.push(`${title}: ${options.body}`);
        }
        close() {}
      },
    });
  });
  core.onChange((notice) => {
    for (const page of context.pages())
      void page.evaluate((said) => Reflect.get(window, 'hearInventedCore')(said), notice);
  });
}
