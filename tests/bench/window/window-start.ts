import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from '@playwright/test';
import { OFFICES } from '../harness/demo-morning.ts';
import { type Lab, withLab } from '../harness/lab.ts';
import { monotonicMs } from '../harness/monotonic.ts';
import type { Emit } from '../result.ts';
import { benchResult, median, rounded } from '../result.ts';
import { type AppProcessOptions, startAppProcess, writePasswordFile } from './app-process.ts';
import { buildApp } from './build-app.ts';
import { launchChromium, viewport } from './chromium.ts';

const RUNS = 5;

/** Milliseconds from spawning the app. */
interface WindowStart {
  /** The app has said where its window is. */
  readonly address: number;
  /** Heute stands in the window, with its figures. */
  readonly usable: number;
}

/**
 * `startup.window`: from spawning the app with 106,000 cached rows to Heute in a new page of a Chromium that
 * is running. Chromium's own start is left out: it is the machine's, and happens beside the app's. The floor
 * is a bare Node server in this process and a page with one line.
 */
export async function benchWindowStart(emit: Emit): Promise<void> {
  buildApp();
  await withLab(async (lab) => {
    const browser = await launchChromium();
    lab.later(() => browser.close());
    const server = await lab.school('large');
    const passwordFile = writePasswordFile(lab.fresh('password'));
    const options = { dataFolder: lab.fresh('app'), serverUrl: server.url, userName: OFFICES[0] };
    const start = () => startOnce(lab, browser, options, passwordFile);
    await start();
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

async function startOnce(
  lab: Lab,
  browser: Browser,
  options: AppProcessOptions,
  passwordFile: string,
): Promise<WindowStart> {
  const context = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  const began = monotonicMs();
  const app = await startAppProcess(options, passwordFile);
  lab.later(app.stop);
  const address = monotonicMs() - began;
  await page.goto(app.address, { waitUntil: 'commit' });
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor({ timeout: 30_000 });
  const usable = monotonicMs() - began;
  await context.close();
  await app.stop();
  return { address, usable };
}

async function showOneLine(browser: Browser): Promise<number> {
  const page = await browser.newPage({ viewport });
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
