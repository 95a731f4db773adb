import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

/** A year of holidays as a ministry gives it, and one day that is none. */
const file = {
  name: 'Ferien.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(
    [
      'BEGIN:VCALENDAR',
      ...[
        '20301007 20301020 Herbstferien',
        '20301223 20310107 Weihnachtsferien',
        '20310231 20310301 Halbjahresferien',
      ].flatMap((line) => {
        const [from, until, name] = line.split(' ');
        return [
          'BEGIN:VEVENT',
          `DTSTART;VALUE=DATE:${from}`,
          `DTEND;VALUE=DATE:${until}`,
          `SUMMARY:${name} Niedersachsen ${from?.slice(0, 4)}`,
          'END:VEVENT',
        ];
      }),
      'END:VCALENDAR',
    ].join('\r\n'),
  ),
};

test('Schneefrei eintragen, Ferien einlesen, Zeiten ändern: Heute rechnet sofort damit', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+9');
  await page.getByRole('link', { name: 'Kalender und Zeiten' }).click();
  await expect(page.getByText('Herbstferien').first()).toBeVisible();
  await picture(page, 'kalender-light');
  await expectAccessible(page);

  await page.locator('input[type=file]').setInputFiles(file);
  const preview = page.getByRole('region', { name: /^Vorschau/ });
  await expect(
    preview.getByText('14.10.2030').or(preview.getByText('07.10.2030 – 19.10.2030')),
  ).toBeVisible();
  await expect(preview.getByText(/Tag nicht verstanden.*Halbjahresferien/)).toBeVisible();
  await picture(page, 'kalender-vorschau-light');
  await expectAccessible(page);
  await preview.getByRole('button', { name: '2 Einträge übernehmen' }).click();
  await expect(page.getByText('2 Einträge stehen jetzt im Kalender.')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('Alles aus dieser Datei steht schon im Kalender.')).toBeVisible();
  await preview.getByRole('button', { name: 'Abbrechen' }).click();

  await page.getByLabel('Klassen bis').fill('7:10');
  await page.getByRole('region', { name: 'Zeiten' }).getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText(/Klassen können nicht vor Unterrichtsbeginn/)).toBeVisible();
  await page.getByLabel('Klassen bis').fill('8:30');
  await page.getByRole('region', { name: 'Zeiten' }).getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText('Die Zeiten sind gespeichert')).toBeVisible();

  await page.getByRole('button', { name: 'Freie Tage eintragen' }).click();
  await page.getByLabel('Bezeichnung').fill('Schneechaos');
  await page.getByLabel('Erster Tag').fill('heute');
  await picture(page, 'kalender-eintragen-light');
  await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
  await frame.press('Alt+1');
  await expect(page.getByRole('main').getByText('Schneechaos').first()).toBeVisible();

  await frame.press('Alt+9');
  await page.getByRole('link', { name: 'Kalender und Zeiten' }).click();
  await page.getByRole('button', { name: 'Schneechaos streichen' }).click();
  await expect(page.getByText(/^Gestrichen: Schneechaos/)).toBeVisible();
  await frame.press('Alt+1');
  await expect(page.getByRole('main').getByText('Schneechaos')).toHaveCount(0);
});
