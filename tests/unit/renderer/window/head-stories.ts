import { describe, expect, it } from 'vitest';
import { windows } from './windows.ts';

describe('the head’s morning', () => {
  it('decides on a second worrying factor where it stands', async () => {
    const page = await windows.open({ as: 'principal' });
    const concerns = page.getByRole('region', { name: 'Sorgengrund' });
    await concerns.getByText('Streit um die Sorge').waitFor();
    await concerns.getByRole('button', { name: 'Weiter anrufen' }).click();
    await concerns.waitFor({ state: 'detached' });
    await page.getByText('Entschieden: Weiter anrufen.').waitFor();
  });

  it('is asked once before the police are decided on', async () => {
    const page = await windows.open({ as: 'principal' });
    const concerns = page.getByRole('region', { name: 'Sorgengrund' });
    await concerns.getByRole('button', { name: 'Polizei verständigen' }).click();
    const question = page.getByRole('dialog', { name: 'Polizei verständigen?' });
    await question.getByRole('button', { name: 'Noch nicht' }).click();
    await question.waitFor({ state: 'detached' });
    await concerns.getByText('Streit um die Sorge').waitFor();
    await concerns.getByRole('button', { name: 'Polizei verständigen' }).click();
    await question.getByRole('button', { name: 'Polizei verständigen' }).click();
    await page.getByText(/^Entschieden: .*Polizei/).waitFor();
  });

  it('grants leave and notes that the health office was told', async () => {
    const page = await windows.open({ as: 'principal' });
    await page.getByRole('button', { name: 'Genehmigen' }).click();
    await page.getByText('Kein Antrag wartet auf Sie.').waitFor();
    await page.getByRole('button', { name: 'Gesundheitsamt informiert' }).click();
    await page.getByText('Keine Meldung an das Gesundheitsamt offen.').waitFor();
  });

  it('reads the same figures from the picture and from the table', async () => {
    const page = await windows.open({ as: 'principal' });
    const card = page.getByRole('region', { name: 'Fehlquote der letzten sechs Wochen' });
    const drawn = await card.locator('svg text').allTextContents();
    await card.getByRole('button', { name: 'Als Tabelle' }).click();
    const cells = await card.getByRole('row').nth(1).getByRole('cell').allTextContents();
    expect(cells).toEqual(['5,2 %', '4,8 %']);
    expect(drawn).toContain('5,2 %');
    await card
      .getByRole('row', { name: /ab 27\.10\./ })
      .getByText('unterrichtsfrei')
      .first()
      .waitFor();
  });
});
