import { beforeEach, describe, expect, test } from 'vitest';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { aCall } from '../../support/builders/absences.ts';
import { MONDAY } from '../../support/builders/school.ts';
import { type Desk, openDesk } from '../../support/desk/desk.ts';
import { FakeServer } from '../../support/desk/fake-server.ts';
import { ModelSchool } from '../../support/desk/model-school.ts';
import { writeTable } from '../../support/roster-files/write-table.ts';

const nobodyDecides = { declined: [], accepted: [], samePerson: {}, leftOn: MONDAY };
let server: FakeServer;
let desk: Desk;
beforeEach(async () => {
  server = new FakeServer(await ModelSchool.open());
  desk = await openDesk({ server });
  await desk.signIn();
});

function file(children: number, name = 'liste.csv') {
  const rows = Array.from({ length: children }, (_, index) => [
    `${index}`,
    `Kind${index}`,
    `Koch${index}`,
    '3b',
  ]);
  const table = writeTable([['Import-ID', 'Vorname', 'Nachname', 'Klasse'], ...rows]);
  return { name, data: Buffer.from(table).toString('base64') };
}

async function importList(children: number) {
  const { previewId } = await desk.get('roster.preview', { files: [file(children)] });
  if (previewId === null) throw new Error('nothing to import');
  return desk.get('roster.import', { previewId, decisions: nobodyDecides });
}

type Progress = NonNullable<OperationResult<'roster.progress'>>;

/** Does something as soon as the desk tells that its work has come so far. */
function when(isSoFar: (progress: Progress) => boolean, act: () => unknown): void {
  let done = false;
  desk.core.onChange(async ({ changed }) => {
    if (done || !changed.includes('import')) return;
    const progress = await desk.get('roster.progress', {});
    if (done || !progress || !isSoFar(progress)) return;
    done = true;
    await act();
  });
}

const stop = () => desk.get('roster.stop', {});

const countOf = async (table: 'student' | 'schoolClass') => {
  await desk.core.idle();
  return (await server.school.db.rows(table)).length;
};

describe('reading', () => {
  test('is stopped half way: there is nothing to see, nothing has changed, and the next file is read', async () => {
    const seen: Progress[] = [];
    when((progress) => seen.push(progress) > 2, stop);
    expect(await desk.get('roster.preview', { files: [file(5000)] })).toEqual({
      previewId: null,
      preview: null,
      unknownLists: [],
      problems: [],
    });
    expect(seen[0]).toEqual({ phase: 'reading', done: 200, total: 5002, file: 'liste.csv' });
    expect(await desk.get('roster.progress', {})).toBeNull();
    expect((await desk.get('roster.preview', { files: [file(2)] })).preview?.newStudents).toHaveLength(2);
  });

  test('gives way to other questions, and ends when other files are chosen', async () => {
    let second: Promise<OperationResult<'roster.preview'>> | undefined;
    when(
      () => true,
      () => {
        second = desk.get('roster.preview', { files: [file(1)] });
      },
    );
    expect((await desk.get('roster.preview', { files: [file(5000)] })).previewId).toBeNull();
    expect((await second)?.previewId).not.toBeNull();
  });
});

describe('applying', () => {
  test('is stopped between two parts: what is done stays, the same file brings the rest, and both can be undone', async () => {
    when(({ phase, done }) => phase === 'applying' && done > 0, stop);
    const first = await importList(450);
    expect(first).toMatchObject({ parts: 2, partsDone: 1, steps: 451, stepsDone: 400 });
    expect(await countOf('student')).toBe(399);
    const rest = await importList(450);
    expect(rest).toMatchObject({ parts: 1, partsDone: 1, stepsDone: 51 });
    expect(await countOf('student')).toBe(450);
    for (const { importId } of [rest, first]) await desk.get('roster.undoImport', { importId });
    expect([await countOf('student'), await countOf('schoolClass')]).toEqual([0, 0]);
  });

  test('is not cut short by somebody who reads another file meanwhile', async () => {
    let other: Promise<unknown> | undefined;
    when(
      ({ phase }) => phase === 'applying',
      () => {
        other = desk.ask('roster.preview', { files: [file(1)] });
      },
    );
    expect((await importList(5)).stepsDone).toBe(6);
    expect(await other).toBe('refused importRunning');
  });
});

describe('the list of imports', () => {
  test('tells when, who, which files and how much, and until when it can be undone', async () => {
    const { importId } = await importList(3);
    const { imports } = await desk.get('roster.imports', {});
    expect(imports).toEqual([
      {
        importId,
        at: expect.stringContaining(MONDAY),
        by: '',
        files: [{ name: 'liste.csv', format: 'iservStudents', rows: 3 }],
        rows: 7,
        parts: 1,
        partsDone: 1,
        partsUndone: 0,
        undoneAt: null,
        undoneBy: null,
        undoUntil: addDays(MONDAY, 30),
        left: 3,
      },
    ]);
  });

  test('looks ahead at what an undo would do, does it offline too, and says what has stayed', async () => {
    const { importId } = await importList(3);
    await desk.core.idle();
    const [child] = await server.school.db.rows('student');
    await desk.get('absences.record', aCall({ studentId: child?.id ?? '' }));
    await desk.core.idle();
    const ahead = await desk.get('roster.undoPreview', { importId });
    expect(ahead).toMatchObject({
      goes: { students: 2, guardians: 0, guardianships: 0, classes: 0 },
      stays: [
        {
          kind: 'student',
          name: `${child?.familyName}, ${child?.givenName}`,
          className: '3b',
          reason: 'usedSince',
        },
      ],
      staysWith: { guardians: 0, classes: 1 },
    });
    server.down = true;
    server.breakStreams();
    expect(await desk.get('roster.undoImport', { importId })).toEqual({ parts: 1, partsDone: 1 });
    expect(await desk.get('roster.imports', {})).toMatchObject({ imports: [{ partsUndone: 1, left: 1 }] });
    server.down = false;
    desk.clock.advance(120_000);
    await expect.poll(() => countOf('student')).toBe(1);
    expect(await desk.get('roster.undoPreview', { importId })).toMatchObject({
      goes: { students: 0 },
      stays: [{ reason: 'usedSince' }],
    });
  });
});

describe('a list without heading', () => {
  const bare = {
    name: 'edoo.csv',
    data: writeTable([
      ['Koch', 'Mia', '3b'],
      ['Lang', 'Ole', '3b'],
    ]).toString('base64'),
  };

  test('comes with its first rows, and is read with the columns somebody names', async () => {
    const asked = await desk.get('roster.preview', { files: [bare] });
    expect(asked).toMatchObject({ previewId: null, problems: [{ code: 'headerMissing' }] });
    expect(asked.unknownLists).toMatchObject([{ file: 'edoo.csv', rows: [['Koch', 'Mia', '3b'], {}] }]);
    const mapping = {
      kind: 'students' as const,
      hasHeading: false,
      fields: ['familyName' as const, 'givenName' as const, 'className' as const],
    };
    const read = await desk.get('roster.preview', {
      files: [bare],
      mappings: [{ file: 'edoo.csv', mapping }],
    });
    expect(read.unknownLists).toEqual([]);
    expect(read.preview?.newStudents.map(({ givenName }) => givenName)).toEqual(['Mia', 'Ole']);
  });
});
