import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPaperRenderer } from '../../../src-main/core/paper/render.ts';
import type { DowntimeJob } from '../../../src-main/core/paper-sheets/downtime-job.ts';
import { paperHandlers, startDowntimeSheets } from '../../../src-main/core/paper-sheets/handlers.ts';
import type { Actor } from '../../../src-shared/contract/command.ts';
import { sheetKinds } from '../../../src-shared/paper/contract.ts';
import type { StaffRole } from '../../../src-shared/rights/roles.ts';
import { asContract } from '../../support/answers.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { anOffice, at } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aContext } from '../../support/core-context.ts';
import { readPdf } from '../paper/pdf-text.ts';

const resourcesFolder = new URL('../../../resources', import.meta.url).pathname;
const renderer = createPaperRenderer({ resourcesFolder });
const as = (role: StaffRole): Actor & { role: StaffRole } => ({ ...anOffice(), role });

let school: MorningSchool;
let downtime: DowntimeJob | null = null;
beforeEach(async () => {
  school = await openMorningSchool();
  const { id } = await school.addChild('Emir Yılmaz', '3b');
  await seed(school.cache, { absence: anAbsence({ studentId: id, remark: 'Fieber' }) });
});
afterEach(async () => {
  downtime?.stop();
  downtime = null;
  await school.cache.close();
});

function handlersFor(role: StaffRole, printer = renderer) {
  const context = aContext(school.cache, { actor: as(role) });
  const handlers = paperHandlers(context, { renderer: printer, resourcesFolder, downtime: null });
  return { context, handlers };
}

describe('printing', () => {
  test.each(sheetKinds)('makes the %s as a PDF with the child on it', async (sheet) => {
    const { handlers } = handlersFor('schoolOffice');
    const answer = await handlers['paper.make']({ sheet, day: null, language: 'de' });
    const made = asContract('paper.make', answer);
    const { all, pages } = await readPdf(Buffer.from(made.data, 'base64'));
    expect(made.fileName).toMatch(/\.pdf$/);
    expect(made.pages).toBe(pages.length);
    expect(all).toContain('Yılmaz');
    if (sheet !== 'officeList') expect(all).not.toContain('Fieber');
  });

  test.each([
    ['teacher', 'officeList', false],
    ['teacher', 'downtime', false],
    ['teacher', 'staffRoomList', true],
    ['teacher', 'evacuation', true],
    ['administrator', 'evacuation', false],
    ['principal', 'officeList', true],
  ] as const)('a %s may print the %s: %s', async (role, sheet, may) => {
    const made = handlersFor(role).handlers['paper.make']({ sheet, day: null, language: 'en' });
    if (may) expect((await made).pages).toBeGreaterThan(0);
    else await expect(made).rejects.toMatchObject({ kind: 'forbidden', reason: 'forbidden' });
  });

  test('a sheet that cannot be made is a failure with a reason, and the log holds no name', async () => {
    const broken = { render: () => Promise.reject(new Error('Emir Yılmaz, Fieber')) };
    const { handlers, context } = handlersFor('schoolOffice', broken);
    const made = handlers['paper.make']({ sheet: 'officeList', day: null, language: 'de' });
    await expect(made).rejects.toMatchObject({ kind: 'unavailable', reason: 'sheetNotMade' });
    expect(context.logged).toEqual([{ event: 'sheet not made', details: { sheet: 'officeList' } }]);
  });
});

describe('exporting', () => {
  const columns = [
    { key: 'name', title: 'Name', kind: 'text' as const },
    { key: 'day', title: 'Tag', kind: 'day' as const },
  ];
  const rows = [{ name: '=Emir', day: '2026-11-23' }];

  test.each([
    ['csv', 'Fehlzeiten 3b.csv'],
    ['xlsx', 'Fehlzeiten 3b.xlsx'],
  ] as const)('%s gets a name and its media type', async (format, fileName) => {
    const { handlers } = handlersFor('schoolOffice');
    const answer = await handlers['paper.exportTable']({ format, name: 'Fehlzeiten/3b', columns, rows });
    expect(asContract('paper.exportTable', answer).fileName).toBe(fileName);
    expect(answer.data.length).toBeGreaterThan(20);
  });

  test('the CSV is for German Excel, and nothing in it is calculated', async () => {
    const { handlers } = handlersFor('schoolOffice');
    const answer = await handlers['paper.exportTable']({ format: 'csv', name: '…', columns, rows });
    const text = Buffer.from(answer.data, 'base64').toString('utf8');
    expect(text.startsWith('\uFEFFName;Tag\r\n')).toBe(true);
    expect(text).toContain('23.11.2026');
    expect(text).not.toMatch(/(^|;)=/m);
  });

  test.each(['../../etc', '..', '', '\u0000'])('a name like "%s" becomes a harmless one', async (name) => {
    const { handlers } = handlersFor('schoolOffice');
    const { fileName } = await handlers['paper.exportTable']({ format: 'csv', name, columns, rows });
    expect(fileName).toMatch(/^[\p{L} ][\p{L} ]*\.csv$/u);
  });
});

describe('the sheets for a morning without computers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'downtime-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('lie in their folder, and the desk knows since when', async () => {
    const context = aContext(school.cache, { downtimeFolder: folder });
    downtime = startDowntimeSheets(context, { renderer, resourcesFolder }, () => true);
    await downtime?.makeNow();
    expect((await readdir(folder)).sort()).toEqual(['Ausfallbogen.pdf', 'Evakuierungsliste.pdf']);
    const handlers = paperHandlers(context, { renderer, resourcesFolder, downtime });
    expect(asContract('paper.downtime', await handlers['paper.downtime']({}))).toEqual({
      folder,
      madeAt: at('08:14'),
      problem: null,
    });
    expect(context.told).toEqual(['minute']);
  });

  test('a folder on a drive that is gone is told', async () => {
    const context = aContext(school.cache, { downtimeFolder: join(folder, 'gone', 'further') });
    downtime = startDowntimeSheets(context, { renderer, resourcesFolder }, () => true);
    await downtime?.makeNow();
    expect(downtime?.state()).toMatchObject({ madeAt: null, problem: 'folderGone' });
  });

  test.each(['teacher', 'administrator'] as const)('are not kept at the desk of a %s', async (role) => {
    const context = aContext(school.cache, { downtimeFolder: folder, actor: as(role) });
    expect(startDowntimeSheets(context, { renderer, resourcesFolder }, () => true)).toBeNull();
    const { handlers } = handlersFor(role);
    expect(await handlers['paper.downtime']({})).toEqual({ folder: null, madeAt: null, problem: null });
  });
});
