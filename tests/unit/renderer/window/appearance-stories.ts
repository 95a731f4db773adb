import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { WindowOptions } from '../../../support/renderer-harness/open-window.ts';
import { windows } from './windows.ts';

interface Screen extends WindowOptions {
  name: string;
  /** Brings the screen to what is looked at. */
  act?: (page: Page) => Promise<unknown>;
}

const openCase = async (page: Page) => {
  await page.keyboard.press('u');
  await page.getByRole('radio', { checked: true }).waitFor();
};
const press = (name: RegExp, role: 'menu' | 'dialog') => async (page: Page) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole(role).waitFor();
};
const showShortcuts = async (page: Page) => {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
};

const screens: Screen[] = [
  { name: 'Today for the office' },
  { name: 'a calm morning', scene: 'calm' },
  { name: 'a large school', scene: 'crowded' },
  { name: 'a day without school', scene: 'free' },
  { name: 'Today for the teacher', as: 'teacher' },
  { name: 'Today for the head', as: 'principal' },
  { name: 'the call ladder', act: openCase },
  { name: 'needs attention', scene: 'offline', hash: '#/attention' },
  { name: 'sign-in', scene: 'signedOut' },
  { name: 'locked', scene: 'locked' },
  { name: 'first sync', scene: 'firstSync' },
  { name: 'what is still loading', scene: 'morningFirst', hash: '#/students' },
  { name: 'shortcuts', act: showShortcuts },
  { name: 'the person’s menu', act: press(/Yıldız/, 'menu') },
  { name: 'the sync panel', scene: 'offline', act: press(/Offline/, 'dialog') },
  { name: 'Today in the dark', theme: 'dark' },
  { name: 'the head’s Today in the dark', theme: 'dark', as: 'principal' },
  { name: 'the class list in the dark', theme: 'dark', as: 'teacher' },
  { name: 'Today in high contrast', theme: 'contrast' },
  { name: 'the call ladder in high contrast', theme: 'contrast', act: openCase },
];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

describe('axe finds nothing on', () => {
  it.each(screens)('$name', async ({ act, name, ...options }) => {
    const page = await windows.open(options);
    await act?.(page);
    expect(await violations(page), name).toEqual([]);
  });
});

/** Elements that stick out of the window to the right. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('#root *')]
      .filter((element) => {
        const { right, width, height } = element.getBoundingClientRect();
        return width > 1 && height > 1 && right > innerWidth + 1;
      })
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
  );
}

describe('no width loses anything', () => {
  const sizes = [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
    { width: 911, height: 512 },
    // 1366 × 768 at 200 % zoom.
    { width: 683, height: 384 },
  ];
  it.each(['schoolOffice', 'teacher', 'principal'] as const)('for the %s', async (as) => {
    const page = await windows.open({ as });
    for (const size of sizes) {
      await page.setViewportSize(size);
      await expect.poll(() => overflow(page)).toEqual([]);
      const wide = await page.evaluate(() => document.querySelector('main')?.scrollWidth ?? 0);
      expect(wide).toBeLessThanOrEqual(size.width);
    }
  });
});

describe('the grid of classes', () => {
  it.each(['calm', 'crowded'] as const)('fills its card to the last pixel (%s)', async (scene) => {
    const page = await windows.open({ scene, width: 1920, height: 1080 });
    const gap = await page.getByRole('region', { name: 'Klassen' }).evaluate((card) => {
      const tiles = [...card.querySelectorAll('li')].map((tile) => tile.getBoundingClientRect().bottom);
      return card.getBoundingClientRect().bottom - Math.max(...tiles);
    });
    expect(Math.abs(gap)).toBeLessThanOrEqual(3);
  });
});

describe('names too long for their place', () => {
  it('are cut with three dots and told in full on pointing', async () => {
    const page = await windows.open({ as: 'teacher' });
    const tile = page.getByTitle('Leonard Graf von der Hohenlinden-Ostermann');
    await tile.waitFor();
    expect(await tile.locator('b').evaluate((name) => getComputedStyle(name).textOverflow)).toBe('ellipsis');
  });
});
