import type { Page } from '@playwright/test';
import { OFFICES } from '../harness/demo-morning.ts';
import { withLab } from '../harness/lab.ts';
import type { Emit } from '../result.ts';
import { benchResult, median, percentile, rounded } from '../result.ts';
import { startAppProcess, writePasswordFile } from './app-process.ts';
import { barePage } from './bare-page.ts';
import { buildApp } from './build-app.ts';
import { launchChromium, viewport } from './chromium.ts';
import { installPaintProbe } from './paint-probe.ts';

const RUNS = 5;
/** What people type: ue for ü, without the umlaut, a Turkish name, a slip, a first name, with a class, digits. */
const TYPED = ['mueller', 'muller', 'yilmaz', 'schnieder', 'emma', 'kowals', 'sophie 3b', '0511'];

/**
 * `search.keyToPaint`: in the real app with 1,500 children, from pressing a key at the phone desk to the frame
 * that shows its answer. The floor: a bare page that shows eight fixed lines at each key.
 */
export async function benchKeyToPaint(emit: Emit): Promise<void> {
  buildApp();
  await withLab(async (lab) => {
    const browser = await launchChromium();
    lab.later(() => browser.close());
    const server = await lab.school('large');
    const context = await browser.newContext({ viewport, locale: 'de-DE', timezoneId: 'Europe/Berlin' });
    await context.addInitScript(installPaintProbe);
    const options = { dataFolder: lab.fresh('app'), serverUrl: server.url, userName: OFFICES[0] };
    const app = await startAppProcess(options, writePasswordFile(lab.fresh('password')));
    lab.later(app.stop);
    const page = await context.newPage();
    await page.goto(app.address);
    await openPhoneDesk(page);
    const floorPage = await browser.newPage({ viewport });
    await floorPage.setContent(barePage);
    await typeAll(page);
    await typeAll(floorPage);
    const runs: number[][] = [];
    const floors: number[][] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.bringToFront();
      runs.push(await typeAll(page));
      await floorPage.bringToFront();
      floors.push(await typeAll(floorPage));
    }
    emit(keyToPaintResult(runs, floors));
  });
}

/** Waits until the children are there to be found: F2 opens the desk, a search answers. */
async function openPhoneDesk(page: Page): Promise<void> {
  // The screen of the first sync has a heading of its own, and no phone desk yet.
  await page.getByText(/^Synchron/).waitFor({ timeout: 30_000 });
  await page.keyboard.press('F2');
  await searchField(page).fill('mül');
  await page.getByRole('dialog').getByRole('option').first().waitFor({ timeout: 30_000 });
}

/** The field of the phone desk; the page below it has one of its own. */
function searchField(page: Page) {
  return page.getByRole('dialog').getByRole('combobox');
}

/** Types each text key by key, waiting for each answer to be painted. @returns ms per answered key */
async function typeAll(page: Page): Promise<number[]> {
  const samples: number[] = [];
  for (const text of TYPED) {
    await searchField(page).fill('');
    await page.evaluate(twoFrames);
    for (const [at, letter] of [...text].entries()) {
      await page.evaluate(takePainted);
      await page.keyboard.press(letter);
      await page.waitForFunction(hasPainted, null, { polling: 'raf', timeout: 5000 });
      const painted = await page.evaluate(takePainted);
      // Nothing is searched for a single letter.
      if (at > 0) samples.push(...painted);
    }
  }
  return samples;
}

// These run in the page, where the probe has been put; a page takes nothing along from here.
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

function hasPainted(): boolean {
  return window.paintProbe.painted.length > 0;
}

function takePainted(): number[] {
  return window.paintProbe.painted.splice(0);
}

function keyToPaintResult(runs: readonly number[][], floors: readonly number[][]) {
  const p95 = (samples: readonly number[][]) => samples.map((run) => percentile(run, 0.95));
  const all = runs.flat();
  return benchResult('search.keyToPaint', 'ms', p95(runs), p95(floors), {
    p50: rounded(median(all)),
    p95: rounded(percentile(all, 0.95)),
    p99: rounded(percentile(all, 0.99)),
    floorP50: rounded(median(floors.flat())),
    keys: all.length,
  });
}
