import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { projectRoot } from '../../../config/project.ts';

const screens = join(projectRoot, 'test-results/screens');
const manual = join(projectRoot, 'docs/pictures');

/** Waits until nothing moves and all letters have their font. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

/** Keeps a picture of the window, or of a part of it, among the test's results. @returns its path */
export async function picture(page: Page, name: string, part?: Locator): Promise<string> {
  mkdirSync(screens, { recursive: true });
  const path = join(screens, `${name}.png`);
  await settle(page);
  await (part ?? page).screenshot({ path, caret: 'hide', animations: 'disabled' });
  return path;
}

/** The same; with POSTMAPPE_PICTURES=1 it also becomes a picture of the manual. */
export async function manualPicture(page: Page, name: string, part?: Locator): Promise<void> {
  const path = await picture(page, name, part);
  if (process.env.POSTMAPPE_PICTURES !== '1') return;
  mkdirSync(manual, { recursive: true });
  copyFileSync(path, join(manual, `${name}.png`));
}
