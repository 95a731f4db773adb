import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Download, expect, type Page } from '@playwright/test';
import { readSheet } from 'read-excel-file/node';
import { extractText, getDocumentProxy } from 'unpdf';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

async function openAbsences(page: Page): Promise<Frame> {
  const frame = await new Frame(page).ready();
  await frame.press('Alt+3');
  await page.getByRole('heading', { level: 1, name: 'Abwesenheiten' }).waitFor();
  return frame;
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Abwesenheiten' });
/** Rows without the titles. */
const rows = (page: Page) => grid(page).locator('[data-row]');

async function download(page: Page, click: () => Promise<void>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()]);
  return file;
}

test('Filter, Korrektur mit Verlauf, Entschuldigung mit einer Taste', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await openAbsences(page);
  await expect(rows(page)).toHaveCount(15);
  await picture(page, 'abwesenheiten-light');
  await page.getByRole('combobox', { name: 'Klasse' }).selectOption('3b');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Filter aufheben' }).click();
  await page.getByRole('combobox', { name: 'Grund' }).selectOption('Arzttermin');
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Filter aufheben' }).click();

  await rows(page).filter({ hasText: 'Freese, Paula' }).click();
  const panel = page.getByRole('complementary', { name: 'Einzelheiten der Fehlzeit' });
  await expect(panel).toContainText('Zettel erwartet');
  await frame.press('s');
  await expect(frame.notice(/Die schriftliche Entschuldigung für .* ist da\./)).toBeVisible();
  await expect(panel).toContainText('schriftlich da seit');
  await frame.press('k');
  await panel.getByRole('textbox', { name: 'Bis' }).fill('25.11.');
  await panel.getByRole('button', { name: 'Speichern' }).click();
  await expect(frame.notice('Paula Freese, 3b: Die Fehlzeit ist korrigiert.')).toBeVisible();
  await expect(panel).toContainText('Do, 26.11. → Mi, 25.11.');
  await expect(panel).toContainText('Yıldız');
  await frame.closeNotices();
  await manualPicture(page, 'abwesenheiten');
  // A suspicion that was none: the note under § 34 goes again, with an undo.
  await frame.press('k');
  const notifiable = panel.getByRole('combobox', { name: 'Meldepflichtig (§ 34 IfSG)' });
  await notifiable.selectOption('scarletFever');
  await picture(page, 'abwesenheiten-korrektur');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Speichern' }).click();
  await expect(panel).toContainText('Scharlach');
  await frame.press('Control+z');
  await expect(panel).not.toContainText('Scharlach');
  await expectAccessible(page);
});

test('CSV und XLSX enthalten genau, was die Liste zeigt @browser', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'), { acceptDownloads: true });
  await openAbsences(page);
  await page.getByRole('combobox', { name: 'Klasse' }).selectOption('1c');
  await expect(rows(page)).toHaveCount(2);
  const save = async (item: string) => {
    await page.getByRole('button', { name: 'Ausgeben' }).click();
    return download(page, () => page.getByRole('menuitem', { name: item }).click());
  };
  const csv = await save('CSV für Excel speichern');
  expect(csv.suggestedFilename()).toMatch(/^Abwesenheiten .*\.csv$/);
  const text = readFileSync(await csv.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const lines = text.slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^Name;Klasse;Von;Bis;/);
  expect(text).toContain('Şahin, Defne;1c;24.11.2026;24.11.2026;');
  expect(text).toContain('auf Weiteres');

  const xlsx = await save('Excel-Mappe (XLSX) speichern');
  expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/);
  const sheet = await readSheet(await xlsx.path());
  expect(sheet).toHaveLength(3);
  const shown = await rows(page).locator('[aria-colindex="1"]').allTextContents();
  expect(sheet.map((row) => row[0])).toEqual(['Name', ...shown]);
  expect(lines.slice(1).map((line) => line.split(';')[0])).toEqual(shown);
});

/** The text of a sheet that was saved from its preview. */
async function sheetText(page: Page, sheet: string, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Drucken' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${sheet}`) }).click();
  const dialog = page.getByRole('dialog', { name: sheet });
  const save = dialog.getByRole('button', { name: 'Speichern' });
  await save.waitFor();
  if (name !== '') await picture(page, name);
  const file = await download(page, () => save.click());
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  await dialog.getByRole('button', { name: 'Schließen' }).click();
  return pdfText(await file.path());
}

async function pdfText(path: string): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(readFileSync(path)));
  return (await extractText(document, { mergePages: true })).text;
}

test('Drucken: Bögen als PDF, angesehen und gespeichert; im Lehrerzimmer steht kein Grund @browser', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'), { acceptDownloads: true });
  await openAbsences(page);
  await page.getByRole('button', { name: 'Drucken' }).click();
  await page.getByRole('menuitem').first().waitFor();
  await picture(page, 'drucken-menue', page.getByRole('menu'));
  await page.keyboard.press('Escape');
  const office = await sheetText(page, 'Tagesliste Sekretariat', 'drucken-light');
  expect(office).toContain('Wiśniewska');
  expect(office).toContain('0171 3920053');
  expect(office).toContain('Arzttermin');
  const staffRoom = await sheetText(page, 'Tagesliste Lehrerzimmer', '');
  expect(staffRoom).toContain('Şahin');
  expect(staffRoom).not.toMatch(/krank|Arzttermin|Kopfläuse|0171/);
});

test('ein Kind: Tage fürs Zeugnis, Attestpflicht, Verspätungen', async ({ windows }) => {
  const page = await windows.open(await school.desk('brandt'));
  const frame = await openAbsences(page);
  await frame.press('Control+k');
  await page.keyboard.type('wuebbena');
  await page.getByRole('option', { name: /Tjark Wübbena/ }).waitFor();
  await frame.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tjark Wübbena' })).toBeVisible();
  await page.getByRole('button', { name: /Fehlzeiten? dieses Schuljahres/ }).click();
  await expect(page.getByRole('region', { name: 'Tage fürs Zeugnis' })).toBeVisible();
  await picture(page, 'kind-light');
  await expectAccessible(page);
  const duty = page.getByRole('region', { name: 'Attestpflicht' });
  await duty.getByRole('button', { name: 'Aufheben' }).click();
  await expect(frame.notice('Tjark Wübbena: Attestpflicht aufgehoben.')).toBeVisible();
  await expect(duty).toContainText('Keine. Eine Entschuldigung genügt.');
  // Nothing about a child stands in the address.
  expect(page.url()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|bbena/);
});

test('der Ausfallbogen liegt als Datei bereit, ehe jemand danach fragt @browser', async () => {
  const folder = join((await school.desk('yildiz')).data, 'downtime');
  // The folder is made with the first sheet.
  const sheet = () =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
          name.endsWith('Ausfallbogen.pdf'),
        )
      : undefined;
  await expect.poll(sheet, { timeout: 40_000 }).toBeDefined();
  const text = await pdfText(join(folder, sheet() ?? ''));
  expect(text).toContain('0171 3920058');
  expect(text).toContain('Weiterarbeiten mit Stift und Telefon');
});
