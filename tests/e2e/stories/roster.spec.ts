import { expect } from '@playwright/test';
import { writeTable } from '../../support/roster-files/write-table.ts';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

/** A list as a school's own program saves it on a German PC. */
const file = {
  name: 'Schülerliste.csv',
  mimeType: 'text/csv',
  buffer: writeTable(
    [
      ['Import-ID', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum'],
      ['900001', 'Jörn', 'Größler', '1a', '12.03.2020'],
      ['900002', 'Zoë', 'Weiß', '1a', '01.09.2020'],
      ['900003', 'Änne', 'Müßig', '2b', '30.06.2019'],
      ['900004', '', 'Ohnevorname', '2b', '30.06.2019'],
    ],
    { encoding: 'windows-1252' },
  ),
};

test('Liste einlesen: Vorschau, übernehmen, dieselbe Datei noch einmal ändert nichts', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+9');
  const choose = page.locator('input[type=file]');
  await page.getByRole('button', { name: 'Dateien auswählen' }).waitFor();
  await page.getByText('Was in welcher Liste stehen muss').click();
  await picture(page, 'verwaltung-light');
  await expectAccessible(page);
  await choose.setInputFiles(file);
  await expect(page.getByText('Windows-1252').first()).toBeVisible();
  await expect(page.getByText('Jörn').first()).toBeVisible();
  await expect(page.getByText('Größler').first()).toBeVisible();
  await picture(page, 'verwaltung-vorschau-light');
  await expectAccessible(page);
  const will = page.getByText(/^Das wird übernommen: /);
  await expect(will).toContainText('3 neue Kinder');
  await expect(will).not.toContainText('Abmeldung');
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  await expect(page.getByText(/^Übernommen: 3 neue Kinder/)).toBeVisible();
  await expect(page.getByText('Alles ist auf dem Server der Schule.').first()).toBeVisible();

  await frame.press('F2');
  await page.getByRole('combobox', { name: 'Kind suchen' }).fill('groessler');
  await expect(page.getByRole('option').first()).toContainText('Größler, Jörn 1a');
  await page.getByRole('combobox', { name: 'Kind suchen' }).fill('');
  await frame.press('Escape');

  await page.getByRole('button', { name: /weitere|andere|noch eine/i }).click();
  await choose.setInputFiles(file);
  await expect(page.getByText(/^So ist nichts zu übernehmen|^Nichts zu tun/).first()).toBeVisible();
  await picture(page, 'verwaltung-nichts-zu-tun-light');
});

/** A list long enough to be stopped by hand. */
const longFile = {
  name: 'Anmeldungen.csv',
  mimeType: 'text/csv',
  buffer: writeTable([
    ['Import-ID', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum'],
    ...Array.from({ length: 4000 }, (_, index) => [
      String(700_000 + index),
      `Testkind${index}`,
      `Musterfamilie${index}`,
      '1b',
      '12.03.2020',
    ]),
  ]),
};

test('eine falsche Liste: beim Übernehmen anhalten, dann alles rückgängig machen', async ({ windows }) => {
  test.slow();
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+9');
  await page.getByRole('button', { name: 'Dateien auswählen' }).waitFor();
  await page.locator('input[type=file]').setInputFiles(longFile);
  await expect(page.getByText(/^Das wird übernommen: 4\.?000 neue Kinder/)).toBeVisible();
  await manualPicture(page, 'einlesen-vorschau');
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  const running = page.getByRole('region', { name: 'Die Änderungen werden übernommen' });
  await expect(running.getByRole('progressbar')).toBeVisible();
  await expect(running).toContainText('bleibt, was schon übernommen ist');
  await running.getByRole('button', { name: 'Anhalten' }).click();
  await expect(page.getByText(/^Angehalten: [\d.]+ von 4\.?000 Schritten sind übernommen/)).toBeVisible();
  await expect(page.getByText('Alles Übernommene ist auf dem Server der Schule.').first()).toBeVisible({
    timeout: 60_000,
  });
  await manualPicture(page, 'einlesen-angehalten');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Rückgängig …' }).click();
  await expect(page.getByText(/^Wieder entfernt wird, was dabei neu war: [\d.]+ Kinder/)).toBeVisible();
  await manualPicture(page, 'einlesen-rueckgaengig');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Rückgängig machen' }).click();
  await expect(page.getByText('Das Einlesen ist rückgängig gemacht.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Fertig' }).click();
  await expect(page.getByRole('row', { name: /Anmeldungen\.csv/ })).toContainText('rückgängig gemacht');
  await frame.press('Alt+4');
  await page.getByLabel('Name, Elternteil, Ort').fill('testkind');
  await expect(page.getByText('Kein Kind passt dazu')).toBeVisible();
});

/** As edoo.sys writes it when the heading was switched off. */
const bareFile = {
  name: 'edoo-export.csv',
  mimeType: 'text/csv',
  buffer: writeTable(
    [
      ['Kräuter', 'Jörn Alexander', '14.04.2020', 'm', '1a'],
      ['von der Weiden-Hohenstein', 'Noëlle', '07.10.2020', 'w', '1a'],
      ['Fäßler', 'Änne', '21.05.2019', 'w', '2b'],
    ],
    { encoding: 'windows-1252' },
  ),
};

test('eine Liste ohne Überschriften: Spalten zuordnen, als Vorlage merken, beim nächsten Mal ein Klick', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+9');
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles(bareFile);
  await page.getByRole('button', { name: 'Spalten zuordnen' }).click();
  await expect(page.getByRole('row', { name: /Spalte 2/ })).toContainText('Jörn Alexander · Noëlle · Änne');
  const read = page.getByRole('button', { name: 'Lesen' });
  await expect(read).toBeDisabled();
  await expect(page.getByRole('status').filter({ hasText: 'Es fehlt noch' })).toContainText(
    'Vorname, Nachname',
  );
  for (const [column, field] of Object.entries({
    1: 'Nachname',
    2: 'Vorname',
    3: 'Geburtsdatum',
    5: 'Klasse',
  }))
    await page.getByRole('combobox', { name: `Spalte ${column} enthält` }).selectOption({ label: field });
  await page.getByLabel('Als Vorlage merken unter').fill('edoo.sys ohne Überschriften');
  await picture(page, 'spalten-zuordnen-light');
  await manualPicture(page, 'einlesen-spalten');
  await expectAccessible(page);
  await read.click();
  await expect(page.getByText(/^Das wird übernommen: /)).toContainText('3 neue Kinder');

  await frame.press('Alt+1');
  await frame.press('Alt+9');
  await choose.setInputFiles(bareFile);
  await page.getByRole('button', { name: 'Spalten zuordnen' }).click();
  await expect(page.getByRole('combobox', { name: 'Vorlage' })).toContainText('edoo.sys ohne Überschriften');
  await page.getByRole('button', { name: /^Vorlage .* löschen$/ }).click();
  await expect(page.getByRole('combobox', { name: 'Vorlage' })).toHaveCount(0);
  await read.click();
  await expect(page.getByText(/^Das wird übernommen: /)).toContainText('3 neue Kinder');
});
