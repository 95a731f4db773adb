import { describe, expect, it } from 'vitest';
import { windows } from '../window/windows.ts';

const ABSENCES = { hash: '#/absences' };

describe('the list of absences', () => {
  it('is gone through by keyboard alone: down, open, decide, take back', async () => {
    const page = await windows.open(ABSENCES);
    await page
      .getByRole('row', { name: /Bondarenko/ })
      .first()
      .waitFor();
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: 'Einzelheiten der Fehlzeit' });
    await details.getByRole('heading', { name: /Daryna Bondarenko/ }).waitFor();
    await page.keyboard.press('u');
    await page.getByText('ist unentschuldigt.').waitFor();
    await details.getByText('unentschuldigt', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await details.getByText('Zettel erwartet').waitFor();
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Bondarenko');
  });

  it('keeps its filters in the address, and no child', async () => {
    const page = await windows.open(ABSENCES);
    await page.getByLabel('Grund').selectOption({ label: 'Arzttermin' });
    await page.getByRole('button', { name: 'ganze Woche' }).click();
    await page
      .getByRole('row', { name: /Arzttermin/ })
      .first()
      .click();
    await page.getByTitle('Alle Fehlzeiten dieses Kindes').click();
    await page.getByRole('heading', { name: 'Tage fürs Zeugnis' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/absences?reason=doctor&view=week');
    await page.getByRole('button', { name: 'Zur Liste' }).click();
    await page.getByRole('button', { name: 'Filter aufheben' }).click();
    expect(new URL(page.url()).hash).toBe('#/absences?view=week');
  });

  it('draws of a long list only what is seen, and remembers how it was sorted', async () => {
    const page = await windows.open({ hash: '#/absences?view=week' });
    const grid = page.getByRole('grid');
    await grid.getByRole('row').nth(5).waitFor();
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(100);
    expect(await grid.getByRole('row').count()).toBeLessThan(60);
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.locator('[data-row]:focus', { hasText: 'Yılmaz' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Name' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
  });

  it('corrects days as they are said, and keeps the history in words', async () => {
    const page = await windows.open(ABSENCES);
    await page.getByRole('row', { name: /Aksoy/ }).first().click();
    await page.keyboard.press('k');
    const form = page.getByRole('form', { name: 'Fehlzeit korrigieren' });
    await form.getByLabel('Bis', { exact: true }).fill('fr');
    await form.getByText('Freitag, 28. November').waitFor();
    await form.getByLabel('Bis', { exact: true }).fill('31.2.');
    expect(await form.getByRole('button', { name: 'Speichern' }).isDisabled()).toBe(true);
    await form.getByLabel('Bis', { exact: true }).fill('mi');
    await page.keyboard.press('Enter');
    await page.getByText('Die Fehlzeit ist korrigiert.').waitFor();
    await page.getByText('Mo, 24.11. – Mi, 26.11.').first().waitFor();
  });

  it('goes by arrow keys and names days without lessons', async () => {
    const page = await windows.open({ hash: '#/absences?day=2025-10-30' });
    await page.keyboard.press('ArrowRight');
    await page.getByText('An diesem Tag ist kein Unterricht').waitFor();
    expect(await page.getByText('Reformationstag').count()).toBeGreaterThan(0);
    await page.keyboard.press('h');
    await page.getByText('Montag, 24. November').waitFor();
  });
});

describe('what a teacher is not offered', () => {
  it('withdrawing, the office’s sheets, the certificate duty', async () => {
    const page = await windows.open({ ...ABSENCES, as: 'teacher' });
    await page.getByRole('row', { name: /Aksoy/ }).first().click();
    await page.getByRole('button', { name: 'Korrigieren' }).waitFor();
    expect(await page.getByRole('button', { name: 'Fehlzeit zurücknehmen' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Drucken' }).click();
    const offered = await page.getByRole('menuitem').allTextContents();
    expect(offered.map((text) => text.match(/^(Tagesliste Lehrerzimmer|Evakuierungsliste)/)?.[0])).toEqual([
      'Tagesliste Lehrerzimmer',
      'Evakuierungsliste',
    ]);
    await page.keyboard.press('Escape');
    await page.getByTitle('Alle Fehlzeiten dieses Kindes').click();
    await page.getByRole('heading', { name: 'Attestpflicht' }).waitFor();
    expect(await page.getByRole('button', { name: 'Attestpflicht anordnen' }).count()).toBe(0);
  });
});
