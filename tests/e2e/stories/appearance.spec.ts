import { expect, type Page } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

/** Nothing may be cut off at the side: 200 % zoom means half the pixels, not half the words. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBeLessThanOrEqual(0);
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
  await desk.type('foteini');
  await desk.press('Enter');
  await expect(desk.taken('Foteini Karagianni')).toBeVisible();
  await expect(desk.option(/Speichern/)).toBeInViewport();
  await picture(page, 'telefon-200-prozent-light');
  await expectNoSidewaysScroll(page);
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Foteini Karagianni/)).toBeVisible();
});
