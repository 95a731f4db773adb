import { expect, type Locator } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
import { expectNoSidewaysScroll } from '../support/sideways.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

/** Rows under each other, none drawn over the next. */
async function expectApart(rows: Locator): Promise<void> {
  const boxes = await rows.evaluateAll((all) =>
    all.map((row) => ({
      top: row.getBoundingClientRect().top,
      end: Math.max(
        ...[row, ...row.querySelectorAll('*')].map((part) => part.getBoundingClientRect().bottom),
      ),
    })),
  );
  expect(boxes.length).toBeGreaterThan(1);
  for (const [index, { top }] of boxes.slice(1).entries())
    expect(top).toBeGreaterThanOrEqual((boxes[index]?.end ?? 0) - 1);
}

test('Englisch: jedes Wort auf dem Bildschirm', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'), { language: 'en' });
  const frame = await new Frame(page).ready();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('region', { name: /Unexplained/ })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText(/fehlen|Klassen|Kinder|ungeklärt|anrufen/);
  await picture(page, 'heute-englisch-light');
  await frame.press('F2');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await expectAccessible(page);
});

test('hoher Kontrast, und 1920 × 1080', async ({ windows }) => {
  const viewport = { width: 1920, height: 1080 };
  const page = await windows.open(await school.desk('yildiz'), { theme: 'contrast', viewport });
  await new Frame(page).ready();
  await picture(page, 'heute-1920-contrast');
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});

test('200 % Zoom: nichts geht verloren, der häufigste Fall gelingt', async ({ windows }) => {
  const viewport = { width: 683, height: 384 };
  const page = await windows.open(await school.desk('yildiz'), { viewport, deviceScaleFactor: 2 });
  const frame = await new Frame(page).ready();
  await expectNoSidewaysScroll(page);
  await picture(page, 'heute-200-prozent-light');
  await expectAccessible(page);
  const desk = await new PhoneDesk(page).open();
  await desk.type('mül');
  await expect(desk.hits.first()).toBeVisible();
  await expectApart(desk.hits);
  await desk.search.fill('foteini');
  await desk.press('Enter');
  await expect(desk.taken('Foteini Karagianni')).toBeVisible();
  await expect(desk.option(/Speichern/)).toBeInViewport();
  await picture(page, 'telefon-200-prozent-light');
  await expectNoSidewaysScroll(page);
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Foteini Karagianni/)).toBeVisible();
});

test('200 % Zoom: Gruppen und das ganze Menü der Person sind zu erreichen', async ({ windows }) => {
  const viewport = { width: 683, height: 384 };
  const page = await windows.open(await school.desk('yildiz'), { viewport, deviceScaleFactor: 2 });
  const frame = await new Frame(page).ready();
  await frame.press('Alt+5');
  await page.getByRole('navigation', { name: 'Gruppen' }).getByRole('link', { name: /^1b/ }).click();
  await expect(page.getByRole('article', { name: 'Klasse 1b' })).toBeVisible();
  await page.getByRole('button', { name: /Nermin/ }).click();
  await page.getByRole('menuitem', { name: 'Passwort ändern …' }).click();
  await expect(frame.dialog).toBeVisible();
});
