import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../support/processes/demo-server.ts';
import { Entrance } from '../pages/entrance.ts';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();
const own = 'vier eigene kurze Worte';

async function openPerson(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('row', { name }).click();
  await expect(page.getByRole('region', { name: 'Konto' })).toBeVisible();
}

async function addSecretary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Person aufnehmen' }).click();
  await page.getByLabel('Vorname').fill('Svetlana');
  await page.getByLabel('Nachname').fill('Brünjes-Öztürk');
  await page.getByLabel('Kürzel').fill('Brü');
  await page.getByRole('combobox', { name: 'Rolle' }).selectOption({ label: 'Sekretariat' });
  await page.getByRole('button', { name: 'Aufnehmen', exact: true }).click();
}

/** Five steps by Enter alone; behind them stands the screen that each speaks of. */
async function takeTour(page: Page): Promise<void> {
  const tour = page.getByRole('dialog', { name: 'Guten Tag, Svetlana' });
  await expect(tour).toContainText('Schritt 1 von 5');
  await expectAccessible(page);
  await manualPicture(page, 'rundgang');
  for (const title of ['Ein Anruf', 'Ein Kind fehlt ungeklärt', 'Alles über ein Kind', 'Vertippt']) {
    await page.keyboard.press('Enter');
    await expect(tour.getByRole('heading', { name: title })).toBeVisible();
  }
  await tour.getByRole('button', { name: 'Loslegen' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await expect(tour).toHaveCount(0);
}

test('die Vertretung im Sekretariat: aufnehmen, Konto eröffnen, erste Anmeldung mit eigenem Passwort', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('nazari'));
  await new Frame(page).ready();
  await addSecretary(page);
  await openPerson(page, /Brünjes-Öztürk/);
  await expect(page.getByText('Svetlana Brünjes-Öztürk hat noch kein Konto')).toBeVisible();
  await page.getByRole('button', { name: 'Konto eröffnen …' }).click();
  await expect(page.getByLabel('Benutzername')).toHaveValue('bruenjes-oeztuerk');
  await expectAccessible(page);
  await page.getByLabel('Benutzername').fill('yildiz');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/schon jemand/);
  await page.getByLabel('Benutzername').fill('bruenjes');
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: /Einmalpasswort für Svetlana/ });
  const password = await shown.getByText(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/).innerText();
  await expectAccessible(page);
  await picture(page, 'konto-einmalpasswort-light');
  await manualPicture(page, 'konten-einmalpasswort');
  await page.getByRole('button', { name: 'Fertig' }).click();
  await expect(page.getByText(/Wartet auf die erste Anmeldung/)).toBeVisible();
  await expect(page.getByText(password)).toHaveCount(0);
  await manualPicture(page, 'konten');

  const desk = await windows.open(await school.freshDesk());
  const entrance = new Entrance(desk);
  await entrance.signIn('bruenjes', password);
  await expect(desk.getByText('Dieses Passwort gilt nur einmal.')).toBeVisible();
  await expectAccessible(desk);
  await manualPicture(desk, 'konten-eigenes-passwort');
  await desk.getByLabel('Neues Passwort', { exact: true }).fill(own);
  await desk.getByLabel('Neues Passwort noch einmal').fill(`${own}?`);
  await expect(desk.getByText('Die beiden neuen Passwörter sind nicht gleich.')).toBeVisible();
  await desk.getByLabel('Neues Passwort noch einmal').fill(own);
  await desk.keyboard.press('Enter');
  await takeTour(desk);
  await new Frame(desk).ready();
  await expect(desk.getByRole('button', { name: '20 von 240 Kindern fehlen' })).toBeVisible();

  // What she chose opens this desk, also behind the lock; the one-time password nothing any more.
  await desk.keyboard.press('Control+l');
  await entrance.signIn(null, password);
  await expect(entrance.refusal).toHaveText(/passen nicht zusammen/);
  await entrance.signIn(null, own);
  await new Frame(desk).ready();
});

test('den Rundgang noch einmal ansehen, und verlassen', async ({ windows }) => {
  const page = await windows.open(await school.desk('petersen'), { theme: 'dark' });
  await new Frame(page).ready();
  await page.getByRole('button', { name: /Jens Petersen/ }).click();
  await page.getByRole('menuitem', { name: 'Rundgang' }).click();
  const tour = page.getByRole('dialog', { name: 'Guten Tag, Jens' });
  await expect(tour).toContainText('Heute: Ihre Klasse');
  await page.keyboard.press('Enter');
  await expect(tour).toContainText('Wer fehlt?');
  await expectAccessible(page);
  await picture(page, 'rundgang-dunkel');
  await tour.getByRole('button', { name: 'Zurück' }).click();
  await expect(tour).toContainText('Schritt 1 von 5');
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
});

test('das eigene Passwort ändern', async ({ windows }) => {
  const page = await windows.open(await school.desk('ostermann'));
  const frame = await new Frame(page).ready();
  await page.getByRole('button', { name: /Claudia Ostermann/ }).click();
  await page.getByRole('menuitem', { name: 'Passwort ändern …' }).click();
  await page.getByLabel('Bisheriges Passwort').fill('nicht richtig');
  await page.getByLabel('Neues Passwort', { exact: true }).fill(own);
  await page.getByLabel('Neues Passwort noch einmal').fill(own);
  await expectAccessible(page);
  await picture(page, 'passwort-aendern-light');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/passen nicht zusammen/);
  await page.getByLabel('Bisheriges Passwort').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ihr Passwort ist geändert.')).toBeVisible();
  await frame.press('Control+l');
  await new Entrance(page).signIn(null, own);
  await frame.ready();
});

test('sperren meldet überall ab, entsperren lässt wieder ein; ein verlorenes Gerät bekommt nichts mehr', async ({
  windows,
}) => {
  const teacher = await windows.open(await school.desk('petersen'));
  await new Frame(teacher).ready();
  const page = await windows.open(await school.desk('brandt'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+9');
  await page.getByRole('link', { name: 'Personen und Rechte' }).click();
  await openPerson(page, /Petersen/);
  await page.getByRole('button', { name: 'Sperren …' }).click();
  await page.getByLabel('Grund').fill('Rechner stand offen');
  await expectAccessible(page);
  await picture(page, 'konto-sperren-light');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Gesperrt seit .*Rechner stand offen/)).toBeVisible();
  await picture(page, 'konto-gesperrt-light');
  await expect(teacher.getByRole('heading', { name: /Gesperrt|Willkommen/ })).toBeVisible();
  await new Entrance(teacher).signIn(null, DEMO_PASSWORD);
  await expect(new Entrance(teacher).refusal).toHaveText(/passen nicht zusammen/);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await expect(page.getByText('Aktiv')).toBeVisible();
  await new Entrance(teacher).signIn(null, DEMO_PASSWORD);
  await new Frame(teacher).ready();
  await page.getByRole('button', { name: 'Gerät sperren' }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Gerät sperren' }).click();
  await expect(teacher.getByRole('heading', { name: /Gesperrt|Willkommen/ })).toBeVisible();
  await expect(page.getByText('gesperrt', { exact: true })).toBeVisible();
});
