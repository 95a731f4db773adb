import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { windows } from './windows.ts';

const says = (page: Page, text: string) => page.locator('[aria-live=polite]').getByText(text).waitFor();
/** The sentences at the foot of the window. */
const sentences = (page: Page) => page.locator('[aria-live=polite] > [data-tone]');
const inbox = (page: Page) => page.getByRole('region', { name: 'Zu prüfen' });
const row = (page: Page, name: string) => inbox(page).getByRole('listitem').filter({ hasText: name });

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Makes nine seconds pass for the sentences at the foot of the window. */
async function untilSentencesHaveGone(page: Page): Promise<void> {
  await page.clock.fastForward(10_000);
  await sentences(page).first().waitFor({ state: 'detached' });
}

describe('Ctrl+Z', () => {
  it.each([
    ['a', 'Meldung angenommen'],
    ['x Enter', 'Meldung abgelehnt'],
  ])('after %s puts the report back into the inbox, and says so', async (keys, done) => {
    const page = await windows.open();
    await row(page, 'Lina Hofmann').waitFor();
    await press(page, 'ArrowDown');
    const [first = '', second] = keys.split(' ');
    await press(page, first);
    if (second) await page.getByLabel('Antwort an die Eltern').press(second);
    await says(page, done);
    await row(page, 'Lina Hofmann').waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await says(page, 'Lina Hofmann, 4a: Die Meldung wartet wieder unter „Zu prüfen“');
    await row(page, 'Lina Hofmann').getByText('wieder geöffnet 08:14, Nermin Yıldız').waitFor();
    expect(await page.getByText(done).count()).toBe(0);
  });

  it('puts a message of the answering machine back', async () => {
    const page = await windows.open();
    await row(page, 'Anrufbeantworter').focus();
    await press(page, 'x');
    await says(page, 'Die Nachricht ist abgehört und weggelegt.');
    await press(page, 'Control+z');
    await says(page, 'Die Nachricht wartet wieder');
    await row(page, 'Anrufbeantworter').waitFor();
  });

  it('takes a call attempt back: it is crossed out in the log, and the contact was not called', async () => {
    const page = await windows.open();
    await press(page, 'u');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Piotr Wiśniewski', checked: true }).waitFor();
    await press(page, '4');
    await says(page, 'Vater nicht erreicht – der Versuch ist notiert.');
    await press(page, 'Control+z');
    await says(page, 'Der Anruf (Vater) ist zurückgenommen');
    await dialog
      .getByRole('listitem')
      .filter({ hasText: 'Piotr Wiśniewski' })
      .getByText('zurückgenommen 08:14')
      .waitFor();
  });

  it('takes "Klasse hat gemeldet" back, and the board says when', async () => {
    const page = await windows.open({ as: 'teacher' });
    await press(page, 'Control+Enter');
    await page.getByText('Klasse hat gemeldet 08:14, Petersen').waitFor();
    await press(page, 'Control+z');
    await says(page, 'Klasse 3b: Ihre Meldung ist zurückgenommen.');
    await page.getByText('Noch nicht gemeldet – bitte bis 08:20 · zurückgenommen 08:14, Petersen').waitFor();
    await page.getByRole('button', { name: /Klasse melden/ }).waitFor();
  });

  it('shows what it means before it does it, once the sentence has gone', async () => {
    const page = await windows.open();
    await page.clock.install();
    await row(page, 'Lina Hofmann').waitFor();
    await press(page, 'ArrowDown', 'a');
    await says(page, 'Meldung angenommen');
    await untilSentencesHaveGone(page);
    await press(page, 'Control+z');
    await says(page, 'Lina Hofmann, 4a: Meldung angenommen');
    expect(await row(page, 'Lina Hofmann').count()).toBe(0);
    await press(page, 'Control+z');
    await row(page, 'Lina Hofmann').waitFor();
  });

  it('does nothing after something that cannot be taken back', async () => {
    const page = await windows.open();
    await row(page, 'Lina Hofmann').waitFor();
    await press(page, 'ArrowDown', 'a');
    await says(page, 'Meldung angenommen');
    // Under the pointer a sentence stays.
    await sentences(page).filter({ hasText: 'Meldung angenommen' }).hover();
    await press(page, 'u');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { checked: true }).waitFor();
    await press(page, 'z');
    await dialog.getByRole('radio', { name: 'Streit um die Sorge' }).waitFor();
    await dialog.getByRole('button', { name: 'An die Schulleitung' }).press('Enter');
    await says(page, 'Der Sorgengrund steht jetzt bei der Schulleitung.');
    await press(page, 'Control+z');
    expect(await row(page, 'Lina Hofmann').count()).toBe(0);
    // The button of an older sentence still means that sentence.
    await sentences(page)
      .filter({ hasText: 'Meldung angenommen' })
      .getByRole('button', { name: 'Rückgängig' })
      .click();
    await says(page, 'Die Meldung wartet wieder');
  });

  it('leaves a field in which something is typed to itself', async () => {
    const page = await windows.open();
    await row(page, 'Lina Hofmann').waitFor();
    await press(page, 'ArrowDown', 'a');
    await says(page, 'Meldung angenommen');
    const search = page.getByRole('search').getByRole('combobox');
    await search.fill('yil');
    await search.press('Control+z');
    expect(await page.getByText('Die Meldung wartet wieder').count()).toBe(0);
  });
});

describe('who sits down at a locked window', () => {
  it('finds no sentence of whoever was there before, and nothing to take back', async () => {
    const page = await windows.open();
    await row(page, 'Lina Hofmann').waitFor();
    await press(page, 'ArrowDown', 'a');
    await says(page, 'Meldung angenommen');
    await press(page, 'Control+l');
    await page.getByLabel('Passwort', { exact: true }).fill('richtig');
    await press(page, 'Enter');
    await inbox(page).waitFor();
    expect(await sentences(page).count()).toBe(0);
    await press(page, 'Control+z');
    expect(await row(page, 'Lina Hofmann').count()).toBe(0);
  });
});
