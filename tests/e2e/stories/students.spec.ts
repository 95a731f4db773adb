import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('Kinder: finden, Karte öffnen, Angaben ändern, der Verlauf sagt, wer es war', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+4');
  await expect(page.getByText('240 Kinder')).toBeVisible();
  await page.getByLabel('Name, Elternteil, Ort').fill('wisniewska 2b');
  await page.getByRole('row', { name: /Wiśniewska, Mia-Sophie/ }).focus();
  await frame.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Mia-Sophie Wiśniewska' })).toBeVisible();
  await manualPicture(page, 'kind-karte');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Angaben ändern' }).click();
  await page.getByLabel('Regelmäßige Abholung um').fill('1145');
  await frame.press('Enter');
  const history = page.getByRole('region', { name: 'Verlauf' });
  await expect(history).toContainText('geändert · Nermin Yıldız');
  await expect(history).toContainText('Abholung: – → 11:45');
  expect(page.url()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|ewska/);
});

test('ein neues Kind: aufnehmen, Mutter zuordnen, sofort am Telefon zu finden', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+4');
  await page.getByRole('button', { name: 'Kind aufnehmen' }).click();
  await page.getByLabel('Vorname').fill('Şirin');
  await page.getByLabel('Nachname').fill('Abacı');
  await page.getByLabel('Geburtstag').fill('5.3.2018');
  await page.getByRole('dialog').getByLabel('Klasse').selectOption('3b');
  await frame.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Şirin Abacı' })).toBeVisible();
  await page.getByRole('button', { name: 'Person hinzufügen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vorname').fill('Leyla');
  await dialog.getByLabel('Nachname').fill('Abacı');
  await dialog.getByRole('textbox', { name: 'Telefon' }).fill('0170 5550199');
  await picture(page, 'person-hinzufuegen-light');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('region', { name: 'Erziehungsberechtigte' })).toContainText('0170 5550199');
  await frame.press('F2');
  await page.getByRole('combobox', { name: 'Kind suchen' }).fill('sirin aba');
  await expect(page.getByRole('option').first()).toContainText('Abacı, Şirin 3b');
});

test('zweimal eingetragen: nebeneinander sehen, zusammenlegen, mit Strg+Z zurück', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  for (const [child, row, given] of [
    ['wisniewska 2b', /Wiśniewska, Mia-Sophie/, 'Jörg'],
    ['mueller 3b', /Müller, /, 'Joerg'],
  ] as const) {
    await frame.press('Alt+4');
    await page.getByLabel('Name, Elternteil, Ort').fill(child);
    await page.getByRole('row', { name: row }).first().focus();
    await frame.press('Enter');
    await page.getByRole('button', { name: 'Person hinzufügen' }).click();
    const person = page.getByRole('dialog');
    await person.getByLabel('Vorname').fill(given);
    await person.getByLabel('Nachname').fill('Zweifach');
    await person.getByRole('textbox', { name: 'Telefon' }).fill('0170 5550188');
    await person.getByRole('button', { name: 'Speichern' }).click();
    await expect(page.getByRole('region', { name: 'Erziehungsberechtigte' })).toContainText('0170 5550188');
  }
  await frame.press('Alt+4');
  const twice = page.getByRole('button', { name: '1 doppelter Eintrag?' });
  await twice.click();
  const dialog = page.getByRole('dialog', { name: /Zweimal eingetragen/ });
  await dialog.getByRole('radio', { name: 'Vorname: Jörg' }).check();
  await manualPicture(page, 'kinder-zweimal');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Zusammenlegen' }).click();
  await expect(dialog).toBeHidden();
  await expect(twice).toBeHidden();
  await page.getByLabel('Name, Elternteil, Ort').fill('jörg zweifach');
  await expect(page.getByText(/^2 von \d+ Kindern$/)).toBeVisible();
  // In the field the key would mean its letters.
  await page.getByRole('row', { name: /Wiśniewska/ }).focus();
  await frame.press('Control+z');
  await expect(twice).toBeVisible();
  await twice.click();
  await dialog.getByRole('button', { name: 'Zusammenlegen' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '1 Zusammenlegung' }).click();
  const merges = page.getByRole('dialog', { name: 'Zusammengelegte Einträge' });
  await expect(merges.getByRole('listitem')).toContainText('Yıldız');
  await expectAccessible(page);
  await merges.getByRole('button', { name: /wieder trennen/ }).click();
  await expect(frame.notice('sind wieder zwei Einträge')).toBeVisible();
  await expect(merges).toBeHidden();
  await twice.click();
  await dialog.getByRole('button', { name: 'Nicht dieselbe Person, weiter' }).click();
  await expect(dialog).toBeHidden();
  await expect(twice).toBeVisible();
});

test('eine Ansicht mit eigenen Spalten bleibt gespeichert', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+4');
  await page.getByRole('button', { name: 'Mittagessen' }).click();
  await page.getByRole('button', { name: 'Ansicht', exact: true }).click();
  await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused();
  await frame.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ansicht', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Ort' }).click();
  await page.getByRole('menuitem', { name: 'Ansicht speichern' }).click();
  await page.getByLabel('Name der Ansicht').fill('Mittagessen mit Ort');
  await frame.press('Enter');
  await expect(frame.notice('Mittagessen mit Ort')).toBeVisible();
  await page.getByRole('button', { name: 'Alle zeigen' }).click();
  await page.getByRole('button', { name: 'Ansicht', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Mittagessen mit Ort' }).click();
  await expect(page.getByRole('columnheader', { name: 'Ort' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mittagessen' })).toHaveAttribute('aria-pressed', 'true');
});
