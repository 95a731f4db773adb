import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '../../support/processes/demo-server.ts';
import { Entrance } from '../pages/entrance.ts';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('anmelden: falsches Passwort, richtiges Passwort, erster Abgleich, Heute', async ({ windows }) => {
  const page = await windows.open(await school.freshDesk());
  const entrance = new Entrance(page);
  await expect(entrance.userName).toBeFocused();
  await picture(page, 'anmelden-light');
  await expectAccessible(page);
  await entrance.signIn('yildiz', 'nicht richtig');
  await expect(entrance.refusal).toHaveText(/passen nicht zusammen/);
  await expectAccessible(page);
  // The first sync passes quickly here; what it said is kept, however short it was shown.
  await page.evaluate(() => {
    const seen = { text: '' };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const heading = document.querySelector('h1')?.textContent ?? '';
      if (heading.includes('geladen')) seen.text = document.body.innerText;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await entrance.signIn('yildiz', DEMO_PASSWORD);
  await new Frame(page).ready();
  await expect(page.getByRole('button', { name: '20 von 240 Kindern fehlen' })).toBeVisible();
  // Put there by this very test, above.
  const shown = await page.evaluate(() => (globalThis as unknown as { seen: { text: string } }).seen.text);
  if (shown !== '') expect(shown).toMatch(/Die Daten der Schule werden geladen/);
});

test('sperren mit Strg+L, entsperren, Person wechseln', async ({ windows }) => {
  const page = await windows.open(await school.desk('ostermann'));
  const frame = await new Frame(page).ready();
  await frame.press('Control+l');
  const entrance = new Entrance(page);
  await expect(page.getByRole('heading', { name: 'Gesperrt' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Wiśniewska');
  await expect(entrance.password).toBeFocused();
  await picture(page, 'gesperrt-light');
  await expectAccessible(page);
  await entrance.signIn(null, 'falsch');
  await expect(entrance.refusal).toHaveText(/passen nicht zusammen/);
  await entrance.signIn(null, DEMO_PASSWORD);
  await frame.ready();

  await page.getByRole('button', { name: /Claudia Ostermann/ }).click();
  await page.getByRole('menuitem', { name: 'Person wechseln' }).click();
  await page.getByRole('button', { name: 'Jemand anderes' }).click();
  await entrance.signIn('petersen', DEMO_PASSWORD);
  await expect(page.getByRole('heading', { name: 'Klasse 3b' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Jens Petersen/ })).toBeVisible();
});

test('das Netz ist weg: eine ruhige Zeile, weiterarbeiten, danach ist alles nachgetragen', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await school.server.kill();
  await expect(frame.syncLine).toContainText(/Offline seit 08:1\d/);
  const desk = await new PhoneDesk(page).open();
  for (const name of ['finn koch', 'rahaf najjar']) {
    await desk.type(name);
    await desk.press('Enter');
    await expect(desk.panel.getByRole('region')).toBeVisible();
    await desk.press('Enter');
    await expect(desk.search).toBeFocused();
  }
  await desk.press('Escape');
  await expect(frame.syncLine).toContainText('2 Einträge warten');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await frame.closeNotices();
  await frame.syncLine.click();
  await expect(page.getByRole('list', { name: 'Wartende Einträge' }).getByRole('listitem')).toHaveCount(2);
  await manualPicture(page, 'offline');
  await expectAccessible(page);
  await school.server.restart();
  await page.getByRole('button', { name: 'Jetzt abgleichen' }).click();
  await expect(frame.syncLine).toContainText(/Synchron · 08:1\d/, { timeout: 20_000 });
  await expect(frame.syncLine).not.toContainText('warten');
});
