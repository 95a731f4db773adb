import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { ROSTER_SIZE } from '../../../support/renderer-harness/roster-handlers.ts';
import { iservStudentRows } from '../../../support/roster-files/export-school.ts';
import { largeSchool } from '../../../support/roster-files/large-school.ts';
import { writeTable } from '../../../support/roster-files/write-table.ts';
import { windows } from '../window/windows.ts';

/** The school's own list, changed by `edit`. */
function list(edit: (rows: string[][]) => void = () => undefined): Buffer {
  const rows = iservStudentRows(largeSchool(ROSTER_SIZE));
  edit(rows);
  return Buffer.from(writeTable(rows, {}));
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

const ADMINISTRATION = { hash: '#/administration' };

describe('reading a list in', () => {
  it('shows what would change, does what is ticked, and has nothing to do the second time', async () => {
    const page = await windows.open(ADMINISTRATION);
    const changed = list((rows) => {
      rows.push(
        ['N1', 'Lotta', 'Brinkmann', '1a', '01.05.2019'],
        ['N2', 'Emre', 'Öztürk', '1a', '02.05.2019'],
      );
    });
    await choose(page, 'kinder.csv', changed);
    await page.getByText('Das wird übernommen: 2 neue Kinder.').waitFor();
    await page.getByRole('checkbox', { name: /Öztürk, Emre/ }).uncheck();
    await page.getByText('Das wird übernommen: 1 neues Kind.').waitFor();
    await page.getByRole('checkbox', { name: /Öztürk, Emre/ }).check();
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('Übernommen: 2 neue Kinder.').waitFor();
    await page.getByRole('button', { name: 'Weitere Liste einlesen' }).click();
    await choose(page, 'kinder.csv', changed);
    await page.getByText('Nichts zu tun').waitFor();
  });

  it('asks about another spelling instead of signing anybody off', async () => {
    const page = await windows.open(ADMINISTRATION);
    const spelled = list((rows) => {
      const row = rows[3] ?? [];
      row[0] = '';
      row[2] = `${row[2]}e`;
    });
    await choose(page, 'kinder.csv', spelled);
    await page.getByText('So ist nichts zu übernehmen.').waitFor();
    await page.getByText('1 Frage ist noch offen').waitFor();
    const same = page.getByRole('radio', { name: 'Das ist dieselbe Person' }).first();
    await same.check();
    await page.getByText('1 Kind mit neuen Angaben').waitFor();
    expect(await page.getByText('Frage ist noch offen').count()).toBe(0);
  });

  it('can be undone at once, and then is in the list as undone', async () => {
    const page = await windows.open(ADMINISTRATION);
    await choose(
      page,
      'kinder.csv',
      list((rows) => rows.push(['N1', 'Lotta', 'Brinkmann', '1a', ''])),
    );
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByRole('button', { name: 'Rückgängig …' }).click();
    await page.getByText('Wieder entfernt wird, was dabei neu war: 1 Kind.').waitFor();
    await page.getByRole('button', { name: 'Rückgängig machen' }).click();
    await page.getByText('Das Einlesen ist rückgängig gemacht.').waitFor();
    await page.getByRole('button', { name: 'Fertig' }).click();
    const [newest] = await page.getByRole('row', { name: /kinder\.csv/ }).all();
    expect(await newest?.textContent()).toContain('rückgängig gemacht 08:14, Yıldız');
    expect(await newest?.getByRole('button').count()).toBe(0);
  });

  it('lists what was read in; one that has left something can be looked at, one too old can’t', async () => {
    const page = await windows.open(ADMINISTRATION);
    const rows = page.getByRole('row');
    await rows.nth(1).getByText('3 blieben').waitFor();
    await rows.nth(2).getByText('angehalten nach 2 von 4 Teilen').waitFor();
    await rows.nth(3).getByText('zu lange her').waitFor();
    expect(await rows.nth(3).getByRole('button').count()).toBe(0);
    await rows.nth(1).getByRole('button').click();
    await page.getByText('hat inzwischen Fehlzeiten, Anrufe, Gruppen oder Ähnliches').waitFor();
    await page.getByText('Mit diesen Kindern bleiben auch: 2 Erziehungsberechtigte und 1 Klasse.').waitFor();
  });

  it('shows work that goes on, with its count, to whoever comes back to the page, and can be stopped', async () => {
    const page = await windows.open({ ...ADMINISTRATION, scene: 'importing' });
    const bar = page.getByRole('progressbar');
    await bar.waitFor();
    expect(await bar.getAttribute('aria-valuenow')).toBe('2400');
    await page.getByText('2.400 von 7.560 Schritten', { exact: true }).waitFor();
    await page.getByText('Wenn Sie anhalten, bleibt, was schon übernommen ist.').waitFor();
    expect(await page.getByRole('button', { name: 'Anhalten' }).isEnabled()).toBe(true);
    expect(await page.locator('input[type="file"]').count()).toBe(0);
  });

  it('says in one sentence why a foreign file can’t be read', async () => {
    const page = await windows.open(ADMINISTRATION);
    await choose(page, 'liste.pdf', Buffer.from('%PDF-1.7 nothing of ours'));
    const alert = page.getByRole('alert');
    await alert.getByText('„liste.pdf“ ist ein PDF').waitFor();
    expect(await page.getByRole('button', { name: 'Dateien auswählen' }).isEnabled()).toBe(true);
  });

  it('is not for the administrator, who sees no child', async () => {
    const page = await windows.open({ ...ADMINISTRATION, as: 'administrator' });
    await page.getByRole('link', { name: 'Personen und Rechte' }).waitFor();
    expect(await page.locator('input[type="file"]').count()).toBe(0);
    expect(await page.getByRole('search').count()).toBe(0);
    await page.keyboard.press('F2');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Krankmeldung/ }).count()).toBe(0);
  });
});
