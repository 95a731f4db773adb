import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDowntimeFolder, type DowntimeSheets } from '../../../src-main/core/paper/downtime-folder.ts';
import { createPaperRenderer, type PaperRenderer } from '../../../src-main/core/paper/render.ts';
import { fileFailure } from '../../../src-main/core/paper/replace-file.ts';
import { downtimeSheet, evacuationList, frame, resourcesFolder } from './invented-school.ts';
import { readPdf } from './pdf-text.ts';

const renderer = createPaperRenderer({ resourcesFolder });
const documents = { path: '' };
const folderOf = () => join(documents.path, 'Postmappe Notfall');
const both = ['Ausfallbogen.pdf', 'Evakuierungsliste.pdf'];

beforeEach(async () => {
  documents.path = await mkdtemp(join(tmpdir(), 'postmappe-paper-'));
});
afterEach(async () => {
  await rm(documents.path, { recursive: true, force: true });
});

function open(parts: { folder?: string; renderer?: PaperRenderer; language?: 'de' | 'en' } = {}) {
  return createDowntimeFolder({ folder: folderOf(), renderer, resourcesFolder, ...parts });
}

function sheetsAt(time: string, perClass = 2, day = frame.day): DowntimeSheets {
  const printed = { day, printedAt: { day, time } };
  return {
    downtimeSheet: { ...downtimeSheet(perClass), ...printed },
    evacuationList: { ...evacuationList(perClass), ...printed },
    createdAt: `${day}T06:00:00.000Z`,
  };
}

async function textOf(file: string): Promise<string> {
  return (await readPdf(await readFile(join(folderOf(), file)))).all;
}

describe('downtime folder', () => {
  it('holds both sheets, readable without the app and by their owner alone', async () => {
    expect(await open().write(sheetsAt('07:05'))).toEqual({ kind: 'written', files: both });
    expect((await readdir(folderOf())).sort()).toEqual(both);
    expect(await textOf('Ausfallbogen.pdf')).toContain('gedruckt 07:05');
    expect((await stat(join(folderOf(), 'Ausfallbogen.pdf'))).mode & 0o077).toBe(0);
    expect((await stat(folderOf())).mode & 0o077).toBe(0);
  });

  it('writes nothing when only the clock has moved on', async () => {
    const folder = open();
    await folder.write(sheetsAt('07:05'));
    expect(await folder.write(sheetsAt('07:20'))).toEqual({ kind: 'unchanged' });
    expect(await textOf('Ausfallbogen.pdf')).toContain('gedruckt 07:05');
  });

  it('replaces what has changed, and only that', async () => {
    const folder = open();
    const morning = sheetsAt('07:05');
    await folder.write(morning);
    const changed = {
      ...sheetsAt('07:20'),
      evacuationList: { ...sheetsAt('07:20').evacuationList, schoolName: 'Am See' },
    };
    expect(await folder.write(changed)).toEqual({ kind: 'written', files: ['Evakuierungsliste.pdf'] });
    expect(await textOf('Evakuierungsliste.pdf')).toContain('Am See');
  });

  it('keeps exactly the new day', async () => {
    const folder = open();
    await folder.write(sheetsAt('07:05'));
    await folder.write(sheetsAt('07:05', 2, '2026-11-25'));
    expect((await readdir(folderOf())).sort()).toEqual(both);
    expect(await textOf('Ausfallbogen.pdf')).toContain('Mittwoch, 25. November 2026');
  });

  it('writes again when a file was deleted or cut', async () => {
    const folder = open();
    await folder.write(sheetsAt('07:05'));
    await rm(join(folderOf(), 'Ausfallbogen.pdf'));
    await writeFile(join(folderOf(), 'Evakuierungsliste.pdf'), '');
    expect(await folder.write(sheetsAt('07:06'))).toEqual({ kind: 'written', files: both });
  });

  it('prints only the newest of several that wait', async () => {
    const folder = open();
    const outcomes = await Promise.all([2, 1, 3].map((size) => folder.write(sheetsAt('07:05', size))));
    expect(outcomes.map((one) => one.kind)).toEqual(['superseded', 'superseded', 'written']);
    expect(await textOf('Ausfallbogen.pdf')).toContain('3 Kinder');
  });

  it('leaves no sheet behind under its name in another language', async () => {
    await open().write(sheetsAt('07:05'));
    await open({ language: 'en' }).write(sheetsAt('07:05'));
    expect((await readdir(folderOf())).sort()).toEqual(['Downtime sheet.pdf', 'Evacuation list.pdf']);
  });

  it('takes the sheets away and leaves other files alone', async () => {
    const folder = open();
    await folder.write(sheetsAt('07:05'));
    await writeFile(join(folderOf(), 'Telefonkette.txt'), 'bleibt');
    expect(await folder.clear()).toEqual({ kind: 'cleared' });
    expect(await readdir(folderOf())).toEqual(['Telefonkette.txt']);
    expect((await folder.write(sheetsAt('07:05'))).kind).toBe('written');
  });

  it('clears away what a killed process left half written', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    await mkdir(folderOf());
    await writeFile(join(folderOf(), `.Ausfallbogen.pdf.${dead}.tmp`), 'half');
    await open().write(sheetsAt('07:05'));
    expect((await readdir(folderOf())).sort()).toEqual(both);
  });
});

describe('downtime folder in trouble', () => {
  it('says that the folder it should stand in is gone, and recovers', async () => {
    const missing = join(documents.path, 'netzlaufwerk');
    const folder = open({ folder: join(missing, 'Postmappe Notfall') });
    const failed = { kind: 'failed', reason: 'folderMissing', file: 'Ausfallbogen.pdf' };
    expect(await folder.write(sheetsAt('07:05'))).toEqual(failed);
    await mkdir(missing);
    expect((await folder.write(sheetsAt('07:05'))).kind).toBe('written');
  });

  it('says that a file stands where the folder should be', async () => {
    await writeFile(folderOf(), '');
    expect(await open().write(sheetsAt('07:05'))).toMatchObject({ kind: 'failed', reason: 'folderMissing' });
  });

  it('keeps the old sheet when the new one cannot be printed', async () => {
    await open().write(sheetsAt('07:05'));
    const broken: PaperRenderer = { render: () => Promise.reject(new Error('no paper')) };
    const outcome = await open({ renderer: broken }).write(sheetsAt('07:30', 3));
    expect(outcome).toEqual({ kind: 'failed', reason: 'notPrinted', file: 'Ausfallbogen.pdf' });
    expect(await textOf('Ausfallbogen.pdf')).toContain('gedruckt 07:05');
  });

  it('keeps nothing half when a folder stands in the file’s place, and still writes the other sheet', async () => {
    await mkdir(join(folderOf(), 'Ausfallbogen.pdf'), { recursive: true });
    expect(await open().write(sheetsAt('07:05'))).toMatchObject({ kind: 'failed', file: 'Ausfallbogen.pdf' });
    expect((await readdir(folderOf())).sort()).toEqual(both);
    expect(await textOf('Evakuierungsliste.pdf')).toContain('gedruckt 07:05');
  });

  it.each([
    ['ENOSPC', 'linux', 'noSpace'],
    ['EDQUOT', 'linux', 'noSpace'],
    ['ENOENT', 'linux', 'folderMissing'],
    ['EACCES', 'linux', 'notAllowed'],
    ['EROFS', 'linux', 'notAllowed'],
    ['EPERM', 'linux', 'notAllowed'],
    ['EPERM', 'win32', 'fileInUse'],
    ['EBUSY', 'win32', 'fileInUse'],
    ['EIO', 'linux', 'unexpected'],
  ] as const)('names %s on %s %s', (code, platform, name) => {
    expect(fileFailure(Object.assign(new Error(code), { code }), platform)).toBe(name);
  });
});
