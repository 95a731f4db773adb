import { readFileSync } from 'node:fs';
import { type Download, expect, type Page } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

async function output(page: Page, item: string): Promise<Download> {
  // A menu that is still closing would take the click and do nothing.
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return file;
}

async function uploaded(file: Download) {
  const name = file.suggestedFilename();
  return { name, mimeType: 'application/octet-stream', buffer: readFileSync(await file.path()) };
}

for (const lists of [
  ['Alle Kinder (CSV)', 'Alle Erziehungsberechtigten (CSV)'],
  ['Beide Listen als Excel-Mappe (XLSX)'],
  ['Mit Lehrkräften als OneRoster 1.2 (ZIP)'],
])
  test(`die ganze Schule ausgeben und wieder einlesen: ${lists.join(', ')} @browser`, async ({ windows }) => {
    const page = await windows.open(await school.desk('yildiz'), { acceptDownloads: true });
    const frame = await new Frame(page).ready();
    await frame.press('Alt+4');
    await page.getByText('240 Kinder').waitFor();
    const files: Awaited<ReturnType<typeof uploaded>>[] = [];
    for (const list of lists) files.push(await uploaded(await output(page, list)));
    await frame.press('Alt+9');
    await page.getByRole('button', { name: 'Dateien auswählen' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(files);
    await expect(page.getByText(/^Nichts zu tun/)).toBeVisible();
    await expect(page.getByText(/^Unverändert – Kinder: 240,/)).toBeVisible();
  });

test('das Menü der Ausgaben, und Fehlstunden für SchILD @browser', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'), { acceptDownloads: true });
  const frame = await new Frame(page).ready();
  await frame.press('Alt+4');
  await page.getByText('240 Kinder').waitFor();
  await page.getByRole('button', { name: 'Ausgeben' }).click();
  await page.getByRole('menuitem', { name: 'Alle Kinder (CSV)' }).waitFor();
  await manualPicture(page, 'ausgeben-kinder');
  await expectAccessible(page);
  await frame.press('Escape');
  await frame.press('Alt+3');
  await page.getByRole('heading', { level: 1, name: 'Abwesenheiten' }).waitFor();
  const file = await output(page, 'Fehlstunden dieses Tages');
  expect(file.suggestedFilename()).toBe('SchuelerFehlstunden.dat');
  const lines = readFileSync(await file.path(), 'latin1')
    .trimEnd()
    .split('\r\n');
  expect(lines[0]).toMatch(/^Nachname\|Vorname\|Geburtsdatum\|Klasse\|Jahr\|Abschnitt\|Datum/);
  expect(lines.find((line) => line.startsWith('Sahin|Defne|'))).toMatch(
    /\|1c\|2026\|1\|24\.11\.2026\|\|1\|\d+\|\d+\|[JN]\|$/,
  );
});
