import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();
// Two desks at once, and each has to start.
test.slow();

async function openGroups(page: Page): Promise<Frame> {
  const frame = await new Frame(page).ready();
  await frame.press('Alt+5');
  await page.getByRole('heading', { level: 1, name: 'Gruppen' }).waitFor();
  return frame;
}

const list = (page: Page) => page.getByRole('navigation', { name: 'Gruppen' });

/** Goes to a class or group by the keyboard: to its link in the list, and Enter. */
async function openLine(page: Page, name: RegExp): Promise<void> {
  await list(page).getByRole('link', { name }).focus();
  await page.keyboard.press('Enter');
}

/** Choices of the class list: a class of another is offered only while one is responsible for it. */
const offered = (page: Page, className: string) =>
  page.getByRole('group', { name: 'Klasse wählen' }).getByRole('button', { name: className });

test('Vertretung einrichten: der Vertreterin erscheinen die Kinder sofort, nach dem Ende nicht mehr', async ({
  windows,
}) => {
  const office = await windows.open(await school.desk('yildiz'));
  const teacher = await windows.open(await school.desk('petersen'));
  await new Frame(teacher).ready();
  await expect(offered(teacher, '2c')).toHaveCount(0);

  const frame = await openGroups(office);
  await openLine(office, /^2c/);
  const page = office.getByRole('article', { name: 'Klasse 2c' });
  await page.waitFor();
  await page.getByRole('button', { name: 'Lehrkraft zuordnen' }).focus();
  await frame.press('Enter');
  const dialog = office.getByRole('dialog', { name: 'Zuständig für Klasse 2c' });
  await dialog.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Petersen, Jens (Pet)' });
  await expect(dialog).toContainText('Vertretung: Jens Petersen für 2c, am Di, 24.11.');
  await picture(office, 'vertretung-einrichten');
  await expectAccessible(office);
  await dialog.getByRole('textbox', { name: 'Letzter Tag' }).press('Enter');
  await expect(frame.notice('Jens Petersen ist für Klasse 2c zuständig.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Wer sieht was' })).toContainText(
    /Petersen.*bis Di, 24\.11\./,
  );

  const stand = new Frame(teacher);
  await stand.press('Alt+2');
  await expect(offered(teacher, '2c · Vertretung')).toBeVisible();

  await frame.closeNotices();
  await manualPicture(office, 'gruppen-klasse');
  await expectAccessible(office);
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Petersen' })
    .getByRole('button', { name: 'Beenden' })
    .click();
  const ending = office.getByRole('dialog');
  await ending.getByRole('textbox', { name: 'Letzter Tag' }).fill('23.11.');
  await expect(ending).toContainText('als hätte es ihn nie gegeben');
  await frame.press('Enter');
  await expect(frame.notice('Petersen: Der letzte Tag ist eingetragen.')).toBeVisible();
  await expect(offered(teacher, '2c')).toHaveCount(0);
});

/** Enters two children by the search alone: letters, Enter, letters, Enter, and Enter to save. */
async function admitTwo(office: Page, page: Locator): Promise<void> {
  const frame = new Frame(office);
  await page.getByRole('button', { name: 'Eintragen' }).focus();
  await frame.press('Enter');
  const admitting = office.getByRole('dialog', { name: 'In Forscher-AG eintragen' });
  const child = admitting.getByRole('combobox', { name: 'Kind' });
  await child.and(office.locator(':focus')).waitFor();
  for (const name of ['grünhagen', 'koch finn']) {
    await office.keyboard.type(name);
    await admitting.getByRole('option').first().waitFor();
    await frame.press('Enter');
    await expect(child).toHaveValue('');
  }
  await picture(office, 'gruppe-eintragen');
  await frame.press('Enter');
  await expect(frame.notice('2 Kinder sind in Forscher-AG eingetragen.')).toBeVisible();
  await expect(page.locator('[data-row]')).toHaveCount(2);
}

test('AG anlegen, Kinder eintragen, Leitung sieht sie', async ({ windows }) => {
  const office = await windows.open(await school.desk('yildiz'));
  const frame = await openGroups(office);
  await office.getByRole('button', { name: 'Gruppe anlegen' }).focus();
  await frame.press('Enter');
  const founding = office.getByRole('dialog', { name: 'Gruppe anlegen' });
  await founding.getByRole('textbox', { name: 'Name' }).and(office.locator(':focus')).waitFor();
  await office.keyboard.type('Forscher-AG');
  await founding.getByRole('combobox', { name: 'Wer gehört dazu?' }).selectOption('rule');
  await founding.getByRole('checkbox', { name: '3', exact: true }).check();
  await founding.getByRole('checkbox', { name: 'mit Ganztag' }).check();
  await expect(founding).toContainText(/Jahrgang 3, mit Ganztag: \d+ Kinder/);
  await picture(office, 'gruppe-regel');
  await expectAccessible(office);
  await founding.getByRole('combobox', { name: 'Wer gehört dazu?' }).selectOption('list');
  await founding.getByRole('textbox', { name: 'Name' }).press('Enter');
  const page = office.getByRole('article', { name: 'Forscher-AG' });
  await page.waitFor();

  await admitTwo(office, page);
  await page.getByRole('button', { name: 'Leitung bestimmen' }).click();
  const leading = office.getByRole('dialog', { name: 'Leitung von Forscher-AG' });
  await leading.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Petersen, Jens (Pet)' });
  await leading.getByRole('textbox', { name: 'Erster Tag' }).press('Enter');
  await expect(frame.notice('Jens Petersen leitet Forscher-AG.')).toBeVisible();
  await frame.closeNotices();
  await manualPicture(office, 'gruppen-ag');
  await expectAccessible(office);

  const teacher = await windows.open(await school.desk('petersen'));
  await openGroups(teacher);
  await openLine(teacher, /^Forscher-AG/);
  const seen = teacher.getByRole('article', { name: 'Forscher-AG' });
  await expect(seen.locator('[data-row]')).toHaveCount(2);
  await expect(seen.getByRole('button', { name: 'Leitung bestimmen' })).toHaveCount(0);
  await picture(teacher, 'gruppe-lehrkraft');

  await page.locator('[data-row]').first().focus();
  await frame.press('Enter');
  await expect(office.getByRole('dialog', { name: /in Forscher-AG$/ })).toBeVisible();
  await frame.press('Enter');
  await expect(frame.notice(/Der letzte Tag in Forscher-AG ist eingetragen/)).toBeVisible();
  await expect(page.locator('[data-row]').filter({ hasText: '24.11.2026' }).first()).toBeVisible();
  await frame.press('Control+z');
});

test('Was darf Herr Petersen sehen?', async ({ windows }) => {
  const page = await windows.open(await school.desk('nazari'));
  const frame = await new Frame(page).ready();
  await page.getByRole('row', { name: /Petersen, Jens/ }).click();
  const panel = page.getByRole('complementary', { name: 'Was darf Jens Petersen sehen?' });
  await expect(panel).toContainText('Klassenleitung 3b');
  await expect(panel).toContainText('ob ein Kind heute fehlt, ohne Grund');
  await expect(panel).toContainText('Fehlzeiten korrigieren nur bei eigenen Kindern');
  await expect(panel).not.toContainText('meldepflichtige Krankheiten');
  await manualPicture(page, 'was-darf');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Person aufnehmen' }).click();
  const adding = page.getByRole('dialog', { name: 'Person ins Kollegium aufnehmen' });
  await adding.getByRole('textbox', { name: 'Vorname' }).fill('Svenja');
  await adding.getByRole('textbox', { name: 'Nachname' }).fill('Quandt');
  await adding.getByRole('textbox', { name: 'Kürzel' }).fill('Qua');
  await frame.press('Enter');
  await expect(frame.notice('Svenja Quandt gehört zum Kollegium.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Quandt, Svenja/ })).toBeVisible();

  const teacher = await windows.open(await school.desk('petersen'), { theme: 'dark' });
  await new Frame(teacher).ready();
  await teacher.getByRole('button', { name: /Jens Petersen/ }).click();
  await teacher.getByRole('menuitem', { name: 'Was darf ich sehen?' }).click();
  await expect(teacher.getByRole('dialog', { name: 'Was darf ich sehen?' })).toContainText(
    'Klassenleitung 3b',
  );
  await picture(teacher, 'was-darf-ich-dunkel');
  await expectAccessible(teacher);
});
