import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { windows } from './windows.ts';

const says = (page: Page, text: string) => page.locator('[aria-live=polite]').getByText(text).waitFor();

describe('the open cases, by keyboard alone', () => {
  it('U opens the oldest case with the next number to call, large', async () => {
    const page = await windows.open();
    await page.keyboard.press('u');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('radio', { name: 'Piotr Wiśniewski' })
      .and(dialog.locator('[aria-checked=true]'))
      .waitFor();
    const size = await dialog
      .getByText('0151 4470 2291')
      .evaluate((element) => getComputedStyle(element).fontSize);
    expect(Number.parseInt(size, 10)).toBeGreaterThanOrEqual(20);
  });

  it('4 notes that nobody answered and turns to the next contact', async () => {
    const page = await windows.open();
    await page.keyboard.press('u');
    await page.getByRole('dialog').getByRole('radio', { checked: true }).waitFor();
    await page.keyboard.press('4');
    await says(page, 'Vater nicht erreicht – der Versuch ist notiert.');
    await page.getByRole('radio', { name: 'Halina Nowak', checked: true }).waitFor();
  });

  it('1 settles the case; badge, title and list agree at once', async () => {
    const page = await windows.open();
    await page.keyboard.press('u');
    await page.getByRole('dialog').getByRole('radio', { checked: true }).waitFor();
    await page.keyboard.press('1');
    await says(page, 'Mia-Sophie Wiśniewska, 2b, ist heute krank');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Heute 2 Kinder fehlen ungeklärt' }).waitFor();
    await page.getByRole('button', { name: '2 ungeklärt' }).first().waitFor();
    expect(await page.getByRole('region', { name: 'Ungeklärt' }).getByText('Mia-Sophie').count()).toBe(0);
  });

  it('digits record nothing while a note is typed or a concern is described', async () => {
    const page = await windows.open();
    await page.keyboard.press('u');
    await page.getByLabel('Notiz zum Anruf').fill('ruft um ');
    await page.getByLabel('Notiz zum Anruf').press('1');
    expect(await page.getByLabel('Notiz zum Anruf').inputValue()).toBe('ruft um 1');
    await page.getByRole('button', { name: 'Sorgengrund notieren' }).click();
    await page.getByRole('radio', { name: 'Streit um die Sorge' }).press('1');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.getByRole('button', { name: 'An die Schulleitung' }).click();
    await page.getByText('wartet auf die Schulleitung').waitFor();
  });
});

describe('the inbox', () => {
  it('A accepts the report it stands on; the next one is ready for the same key', async () => {
    const page = await windows.open();
    const inbox = page.getByRole('region', { name: 'Zu prüfen' });
    await inbox.getByText('Lina Hofmann').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('a');
    await says(page, 'Lina Hofmann, 4a: Meldung angenommen');
    await page
      .getByRole('region', { name: 'Zu prüfen' })
      .getByText('Lina Hofmann')
      .waitFor({ state: 'detached' });
  });

  it('X asks for one sentence to the parents, and Enter sends the one that is there', async () => {
    const page = await windows.open();
    await page.getByText('Lina Hofmann').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
    await page.getByLabel('Antwort an die Eltern').waitFor();
    await page.keyboard.press('Enter');
    await says(page, 'Meldung abgelehnt');
  });

  it('is found from the case it explains', async () => {
    const page = await windows.open();
    await page.getByRole('button', { name: 'Meldung lesen' }).click();
    await page.locator('li[data-current]').getByText('Lina Hofmann').waitFor();
  });
});

describe('figures', () => {
  it('open exactly the list they count', async () => {
    const page = await windows.open();
    await page.getByRole('button', { name: '18 von 240 Kindern fehlen' }).click();
    await page.getByRole('heading', { name: '18 Kinder fehlen' }).waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').count()).toBe(18);
  });

  it('of a class open that class', async () => {
    const page = await windows.open();
    await page.getByRole('region', { name: 'Klassen' }).getByRole('button', { name: /^3b/ }).click();
    await page.getByRole('heading', { name: 'Klasse 3b' }).waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#\/classes\?class=[0-9a-f-]{36}$/);
  });
});

describe('the frame', () => {
  it('finds a child with Ctrl+K; the address never says whom', async () => {
    const page = await windows.open();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('yılmaz');
    await page.getByRole('option', { name: /Emir Yılmaz/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/students$/);
    expect(page.url()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('shows every shortcut on ?, and Esc closes it', async () => {
    const page = await windows.open();
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Tastenkürzel' }).waitFor();
    await page.getByText('Krankmeldung aufnehmen').nth(1).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('opens the phone desk with F2 from any screen', async () => {
    const page = await windows.open({ hash: '#/attention' });
    await page.keyboard.press('F2');
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .or(page.getByRole('dialog').getByRole('textbox'))
      .first()
      .waitFor();
  });

  it('changes language and theme at once', async () => {
    const page = await windows.open();
    await page.getByRole('button', { name: /Nermin Yıldız/ }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('link', { name: /Today/ }).waitFor();
    await page.getByRole('menuitemradio', { name: 'Dark', exact: true }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('what was handed over to the office', () => {
  it('stands in the inbox in plain words; A enters it, and the next one is ready', async () => {
    const page = await windows.open({ scene: 'handovers' });
    const inbox = page.getByRole('region', { name: 'Zu prüfen' });
    const row = inbox.getByRole('listitem').filter({ hasText: 'Mia-Sophie Wiśniewska' });
    for (const words of ['Jan Petersen', 'Scharlach', 'auf Weiteres', 'Die Großmutter holt morgen'])
      await row.getByText(words).waitFor();
    await row.focus();
    await page.keyboard.press('a');
    await says(page, 'Mia-Sophie Wiśniewska: Der Eintrag ist jetzt Ihrer.');
    await row.waitFor({ state: 'detached' });
  });

  it('is put away by X; what nobody can enter any more offers nothing else', async () => {
    const page = await windows.open({ scene: 'handovers' });
    const row = page.getByRole('listitem').filter({ hasText: 'Ruth Sommer' });
    await row.focus();
    expect(await row.getByRole('button').allTextContents()).toEqual(['WeglegenX']);
    await page.keyboard.press('x');
    await says(page, 'Der Eintrag ist weggelegt.');
    await row.waitFor({ state: 'detached' });
  });

  it('is there for the head too, who has no inbox otherwise', async () => {
    const page = await windows.open({ scene: 'handovers', as: 'principal' });
    const card = page.getByRole('region', { name: 'Zu prüfen' });
    await card.getByRole('button', { name: 'Übernehmen' }).click();
    await card.getByRole('listitem').filter({ hasText: 'Mia-Sophie' }).waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Weglegen' }).click();
    await card.waitFor({ state: 'detached' });
  });
});
