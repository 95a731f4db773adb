import { describe, expect, it } from 'vitest';
import { windows } from '../window/windows.ts';

describe('printing a sheet of the day', () => {
  it('shows what will be printed, how long it is, and saves it', async () => {
    const page = await windows.open({ hash: '#/absences' });
    await page.getByRole('button', { name: 'Drucken' }).click();
    await page.getByText('Ausfallbogen zuletzt gemacht: 08:14').waitFor();
    await page.getByRole('menuitem', { name: /Tagesliste Sekretariat/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Tagesliste Sekretariat' });
    await dialog.getByText('3 Seiten').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Speichern' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Tagesliste Sekretariat.pdf');
    await page.getByText('Der Bogen nennt Kinder').waitFor();
  });

  it('says in a sentence why the downtime sheet could not be renewed', async () => {
    const page = await windows.open({ hash: '#/administration', scene: 'offline' });
    await page.getByText('Auf dem Laufwerk ist kein Platz mehr').waitFor();
  });
});
