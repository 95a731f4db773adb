import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { windows } from './windows.ts';

const missing = (page: Page, name: string) =>
  page.locator('li[data-presence=missing]', { hasText: name }).waitFor();
const reported = (page: Page) => page.getByText('Klasse hat gemeldet 08:14, Petersen').waitFor();

describe('a class of 24 with three missing', () => {
  it('is reported with at most eight keys', async () => {
    const page = await windows.open({ as: 'teacher' });
    const keys = ['e', ' ', 'o', ' ', 'z', ' ', 'Control+Enter'];
    expect(keys.length).toBeLessThanOrEqual(8);
    for (const [index, key] of keys.entries()) {
      await page.keyboard.press(key);
      const name = { 1: 'Emir Yılmaz', 3: 'Oskar Brandt', 5: 'Zoë Weiß' }[index];
      if (name) await missing(page, name);
    }
    await reported(page);
    await page.getByText('5 von 24 fehlen').waitFor();
  });

  it('is reported with four touches on targets large enough for a finger', async () => {
    const page = await windows.open({ as: 'teacher' });
    for (const name of ['Ayla Aksoy', 'Ben Albers', 'Sofia Popescu']) {
      const tile = page.getByRole('button', { name, exact: false }).first();
      const box = await tile.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      await tile.click();
      await missing(page, name);
    }
    const report = page.getByRole('button', { name: '5 fehlen – Klasse melden' });
    expect((await report.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await report.click();
    await reported(page);
  });
});

describe('a tick', () => {
  it('is taken back with Ctrl+Z', async () => {
    const page = await windows.open({ as: 'teacher' });
    await page.keyboard.press('g');
    await page.keyboard.press(' ');
    await missing(page, 'Greta Dierks');
    await page.getByText('Greta Dierks fehlt.').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('li[data-presence=present]', { hasText: 'Greta Dierks' }).waitFor();
  });

  it('goes back and forth with the same key, and moves on with arrows', async () => {
    const page = await windows.open({ as: 'teacher' });
    await page.keyboard.press('b');
    await page.keyboard.press(' ');
    await missing(page, 'Ben Albers');
    await page.keyboard.press(' ');
    await page.locator('li[data-presence=present]', { hasText: 'Ben Albers' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ ');
    await page
      .locator('li[data-presence=late]', { hasText: 'Charlotte Bruns' })
      .getByText('14 Minuten zu spät')
      .waitFor();
  });

  it('after the report shows who is missing unexplained, and opens the call list', async () => {
    const page = await windows.open({ as: 'teacher' });
    await page.keyboard.press('Control+Enter');
    await reported(page);
    await page.keyboard.press('e');
    await page.keyboard.press(' ');
    await page.getByText('fehlt – ungeklärt').waitFor();
    await page.getByRole('button', { name: 'Emir Yılmaz: Anrufliste öffnen' }).click();
    await page.getByRole('dialog').getByText('04206 91 44 8').waitFor();
  });
});

describe('known absences', () => {
  it('stand with their reason in the own class and are not counted as a surprise', async () => {
    const page = await windows.open({ as: 'teacher' });
    await page.getByText('krank bis Mi, 26.11. · zu prüfen').waitFor();
    await page.getByText('Arzttermin kommt um 09:30').waitFor();
    await page.getByText('2 von 24 fehlen').waitFor();
  });

  it('of a day without school leave nothing to tick', async () => {
    const page = await windows.open({ as: 'teacher', scene: 'free' });
    await page.getByText('Herbstferien').waitFor();
    expect(await page.getByRole('button', { name: /melden/ }).count()).toBe(0);
  });
});

describe('an entry about a child that has moved', () => {
  it('is told of without its text, which lies with the office', async () => {
    const page = await windows.open({ scene: 'handovers', as: 'teacher', hash: '#/attention' });
    const card = page.getByRole('listitem').filter({ hasText: 'Mia-Sophie Wiśniewska' });
    await card.getByText('liegt vollständig beim Sekretariat').waitFor();
    expect(await card.getByRole('definition').count()).toBe(0);
    expect(await card.getByRole('button').allTextContents()).toEqual(['Erledigt, weglegen']);
  });
});

describe('a teacher who takes a call', () => {
  it('is told which child is in no class of theirs, and keeps what was typed', async () => {
    const page = await windows.open({ as: 'teacher' });
    await page.keyboard.press('F2');
    await page.keyboard.type('fremd');
    await page.getByRole('option', { name: /nicht Ihre Klasse/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('gehört nicht zu Ihren Klassen').waitFor();
    expect(await page.getByRole('dialog').getByRole('combobox').inputValue()).toBe('fremd');
  });
});
