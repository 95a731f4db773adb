import { expect } from '@playwright/test';
import { writeTable } from '../../support/roster-files/write-table.ts';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
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
