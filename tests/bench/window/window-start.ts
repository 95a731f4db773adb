import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { OFFICES } from '../harness/demo-morning.ts';
import { type Lab, withLab } from '../harness/lab.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import type { Emit } from '../result.ts';
import { benchResult, median, rounded } from '../result.ts';
import { type AppProcessOptions, startAppProcess, writePasswordFile } from './app-process.ts';
import { buildApp } from './build-app.ts';
import { launchWithProfile } from './chromium.ts';

const RUNS = 5;

/** Milliseconds from spawning the app. */
interface WindowStart {
  /** The app has said where its window is. */
  readonly address: number;
  /** Heute stands in the window, with its figures. */
  readonly usable: number;
}

/** Two, as the browser keeps compiled code only of what it has fetched before. */
const WARM_UPS = 2;

/**
 * `startup.window`: from spawning the app with 106,000 cached rows to Heute in a new page of a Chromium that
 * is running, on any day but the first: with its profile. Chromium's own start is left out: it is the machine's,
 * and happens beside the app's. The floor is a bare Node server in this process and a page with one line.
 */
export async function benchWindowStart(emit: Emit): Promise<void> {
  buildApp();
  await withLab(async (lab) => {
    const browser = await launchWithProfile(lab.fresh('profile'));
    lab.later(() => browser.close());
    const server = await lab.school('large');
    const passwordFile = writePasswordFile(lab.fresh('password'));
    const options = { dataFolder: lab.fresh('app'), serverUrl: server.url, userName: OFFICES[0] };
    const start = () => startOnce(lab, browser, options, passwordFile);
    await syncOnce(lab, browser, options, passwordFile);
    for (let run = 0; run < WARM_UPS; run += 1) await start();
    const starts: WindowStart[] = [];
    const floors: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      floors.push(await showOneLine(browser));
      starts.push(await start());
    }
    const usable = starts.map((start) => start.usable);
    emit(
      benchResult('startup.window', 'ms', usable, floors, {
        addressMs: rounded(median(starts.map((start) => start.address))),
      }),
    );
  });
}

/** The first start fetches all rows; what is measured begins with them in the cache. */
async function syncOnce(
  lab: Lab,
  browser: BrowserContext,
  options: AppProcessOptions,
  passwordFile: string,
): Promise<void> {
  const app = await startAppProcess(options, passwordFile);
  lab.later(app.stop);
  const page = await browser.newPage();
  await page.goto(app.address);
  await page.getByText(/^Synchron/).waitFor({ timeout: 60_000 });
  await page.close();
  await app.stop();
}

async function startOnce(
  lab: Lab,
  browser: BrowserContext,
  options: AppProcessOptions,
  passwordFile: string,
): Promise<WindowStart> {
  const page = await browser.newPage();
  const began = monotonicMs();
  const app = await startAppProcess(options, passwordFile);
  lab.later(app.stop);
  const address = monotonicMs() - began;
  await page.goto(app.address, { waitUntil: 'commit' });
  await heute(page).waitFor({ timeout: 30_000 });
  const usable = monotonicMs() - began;
  await page.close();
  await app.stop();
  return { address, usable };
}

/** The title with the day's figures: entrance and first sync have titles too. */
function heute(page: Page) {
  return page.getByRole('main').getByRole('button', { name: /fehlen/ });
}

async function showOneLine(browser: BrowserContext): Promise<number> {
  const page = await browser.newPage();
  const began = monotonicMs();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><title>floor</title><main><h1>Heute</h1></main>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  const took = monotonicMs() - began;
  await page.close();
  server.close();
  return took;
}
