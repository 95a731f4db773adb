import { describe, expect, it } from 'vitest';
import { windows } from './windows.ts';

describe('signing in', () => {
  it('is a name, a password and Enter', async () => {
    const page = await windows.open({ scene: 'signedOut' });
    await page.keyboard.press('Enter');
    await page.getByLabel('Passwort', { exact: true }).waitFor();
    await page.keyboard.type('richtig');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Montag, 24. November' }).waitFor();
  });

  it('says in a sentence why it was refused, and keeps the name', async () => {
    const page = await windows.open({ scene: 'locked', as: 'teacher' });
    await page.getByText('Jan Petersen').waitFor();
    await page.keyboard.type('falsch');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('passen nicht zusammen').waitFor();
    await page.getByText('Jan Petersen').waitFor();
  });

  it('S: the next person sees nothing of the last one', async () => {
    const page = await windows.open();
    await page.getByText('Mia-Sophie Wiśniewska').first().waitFor();
    await page.getByRole('button', { name: /Nermin Yıldız/ }).click();
    await page.getByRole('menuitem', { name: 'Person wechseln' }).click();
    await page.getByRole('button', { name: /Jan Petersen/ }).waitFor();
    expect(await page.getByText('Wiśniewska').count()).toBe(0);
    await page.getByRole('button', { name: /Jan Petersen/ }).click();
    await page.getByLabel('Passwort', { exact: true }).fill('richtig');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Klasse 3b' }).waitFor();
  });

  it('is asked for again after the minutes that the school has set, when nobody touches the window', async () => {
    const page = await windows.open();
    await page.clock.install();
    await page.reload();
    await page.getByRole('heading', { name: 'Montag, 24. November' }).waitFor();
    await page.clock.runFor('04:50');
    expect(await page.getByRole('heading', { name: 'Gesperrt' }).count()).toBe(0);
    await page.keyboard.press('Shift');
    await page.clock.runFor('04:50');
    expect(await page.getByRole('heading', { name: 'Gesperrt' }).count()).toBe(0);
    await page.clock.runFor('00:11');
    await page.getByRole('heading', { name: 'Gesperrt' }).waitFor();
  });

  it('shows the first sync with its count', async () => {
    const page = await windows.open({ scene: 'firstSync' });
    await page.getByText('41.200 von 106.200 Einträgen').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('41200');
  });

  it('shows Heute once the morning is there, and what is still coming in place of every other screen', async () => {
    const page = await windows.open({ scene: 'morningFirst' });
    await page.getByRole('heading', { name: 'Montag, 24. November' }).waitFor();
    await page.getByRole('button', { name: /Lädt 41.200 von 106.200/ }).waitFor();
    await page.getByRole('link', { name: 'Kinder', exact: true }).click();
    await page.getByText('Dieser Bereich wird noch geladen').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('41200');
  });
});

describe('offline', () => {
  it('is a quiet line that says what waits', async () => {
    const page = await windows.open({ scene: 'offline' });
    await page.getByRole('button', { name: /Offline seit 07:41/ }).click();
    await page.getByText('Sie können ganz normal weiterarbeiten').waitFor();
    await page.getByRole('list', { name: 'Wartende Einträge' }).getByText('Ben Albers').waitFor();
  });

  it('I7: what was refused is shown with its reason and everything that was typed', async () => {
    const page = await windows.open({ scene: 'offline', hash: '#/attention' });
    await page.getByText('Diese Fehlzeit wurde inzwischen zurückgenommen.').waitFor();
    await page.getByText('Mutter ruft Mittwoch noch einmal an.').waitFor();
    await page.getByRole('button', { name: 'Erledigt, weglegen' }).click();
    await page.getByText('Nichts braucht Ihre Aufmerksamkeit.').waitFor();
  });

  it('lists what could not be rescued after a damaged cache', async () => {
    const page = await windows.open({ scene: 'rescue' });
    await page.getByText('3 wartende Einträge wurden gerettet').waitFor();
    await page.getByRole('button', { name: 'Gelesen' }).click();
    expect(await page.getByText('beschädigt').count()).toBe(0);
  });
});

describe('a new case', () => {
  it('S: reaches the desktop without any name', async () => {
    const page = await windows.open();
    await page.getByRole('button', { name: /Synchron/ }).click();
    await page.getByRole('button', { name: 'Jetzt abgleichen' }).click();
    await page.waitForFunction(() => Reflect.get(window, 'shownNotifications').length > 0);
    expect(await page.evaluate(() => Reflect.get(window, 'shownNotifications'))).toEqual([
      'Postmappe: Ein Kind fehlt ungeklärt – bitte anrufen.',
    ]);
  });
});
