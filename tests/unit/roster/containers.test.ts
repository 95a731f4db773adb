import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readZip } from '../../../src-main/core/roster/containers/read-zip.ts';
import { openLists, readLists, refusals } from '../../support/roster-files/open-lists.ts';
import { writeZip } from '../../support/roster-files/write-zip.ts';

const list = 'Vorname;Nachname;Klasse\r\nMia;Koch;3b\r\n';
const parents = 'Kind-ID;Vorname;Nachname\r\n17;Ina;Koch\r\n';

type Cell = string | number | Date | null;

async function workbook(sheets: Record<string, Cell[][]>): Promise<Buffer> {
  const names = Object.keys(sheets);
  const data = Object.values(sheets).map((rows) =>
    rows.map((row) =>
      row.map((value) => {
        if (value === null) return null;
        if (value instanceof Date) return { value, type: Date, format: 'dd.mm.yyyy' };
        return typeof value === 'number' ? { value, type: Number } : { value, type: String };
      }),
    ),
  );
  return writeExcelFile(names.map((sheet, index) => ({ sheet, data: data[index] ?? [] }))).toBuffer();
}

const heading = ['Import-ID', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum'];

describe('an Excel workbook', () => {
  it('is a list like any other; days are days and numbers keep their digits', async () => {
    const bytes = await workbook({ Kinder: [heading, [4711, 'Mia', 'Koch', '3b', new Date('2018-02-01')]] });
    const [read, ...others] = await readLists(bytes, 'kinder.xlsx');
    expect(others).toEqual([]);
    expect(read).toMatchObject({ file: 'kinder.xlsx', encoding: null, separator: null, unreadable: [] });
    expect(read?.students).toEqual([
      {
        line: 2,
        importKey: '4711',
        givenName: 'Mia',
        familyName: 'Koch',
        className: '3b',
        birthDate: '2018-02-01',
      },
    ]);
  });

  it('gives a list for each sheet that is one, and names the others', async () => {
    const bytes = await workbook({
      Hinweise: [['Bitte vor dem Einlesen prüfen']],
      Kinder: [heading, ['17', 'Mia', 'Koch', '3b', null]],
      Eltern: [
        ['Kind-ID', 'Vorname', 'Nachname'],
        ['17', 'Ina', 'Koch'],
      ],
    });
    const lists = await readLists(bytes, 'schule.xlsx');
    expect(lists.map(({ file, format }) => [file, format])).toEqual([
      ['schule.xlsx · Kinder', 'iservStudents'],
      ['schule.xlsx · Eltern', 'iservParents'],
    ]);
    expect(lists[0]?.notes).toContainEqual(
      expect.objectContaining({ code: 'partsPassedOver', params: { count: 1, parts: 'Hinweise' } }),
    );
  });

  it('says of a sheet that is no list why it is none', async () => {
    expect(
      await refusals(
        await workbook({
          Tabelle1: [
            ['Obst', 'Preis'],
            ['Apfel', 2],
          ],
        }),
      ),
    ).toEqual(['headerMissing']);
    expect(await refusals(await workbook({ Tabelle1: [] }))).toEqual(['workbookEmpty']);
  });

  it('keeps a script in a name as the letters it is', async () => {
    const name = '<script>alert(1)</script>';
    const [read] = await readLists(await workbook({ Kinder: [heading, ['17', name, 'Koch', '3b', null]] }));
    expect(read?.students[0]?.givenName).toBe(name);
  });

  it('shows of a formula its last value and never calculates', async () => {
    const plain = await workbook({
      Kinder: [heading, ['17', 'Mia', 'Koch', '3b', null], [18, 'Ida', 'Voss', '3b', null]],
    });
    const zip = await readZip(plain, () => true);
    if (zip.kind === 'refused') throw new Error(zip.code);
    const parts = [...zip.parts].map(([path, content]) => {
      const xml = content.toString();
      const formula = '<f>HYPERLINK("http://example.org","x")</f><v>18</v>';
      return { path, content: path.includes('sheet1.xml') ? xml.replace('<v>18</v>', formula) : xml };
    });
    const [read] = await readLists(writeZip(parts));
    expect(read?.students.map(({ importKey }) => importKey)).toEqual(['17', '18']);
  });

  it('with a cell at the far end of the sheet is refused before it is spread out', async () => {
    const sheet = '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>';
    expect(await refusals(writeZip([{ path: 'xl/worksheets/sheet1.xml', content: sheet }]))).toEqual([
      'workbookTooLarge',
    ]);
  });

  it('that is broken, or has a password, is refused', async () => {
    const whole = await workbook({ Kinder: [heading] });
    expect(await refusals(whole.subarray(0, whole.length - 40))).toEqual(['workbookDamaged']);
    expect(await refusals(writeZip([{ path: 'xl/workbook.xml', content: '<workbook' }]))).toEqual([
      'workbookDamaged',
    ]);
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusals(locked)).toEqual(['zipLocked']);
  });
});

describe('a zip', () => {
  it('gives every list in it and leaves the rest', async () => {
    const bytes = writeZip([
      { path: 'kinder.csv', content: list },
      { path: 'ordner/eltern.csv', content: parents },
      { path: 'ordner/bild.png', content: 'x' },
      { path: '__MACOSX/._kinder.csv', content: 'x' },
    ]);
    const lists = await readLists(bytes, 'alles.zip');
    expect(lists.map(({ file }) => file)).toEqual([
      'alles.zip · kinder.csv',
      'alles.zip · ordner/eltern.csv',
    ]);
  });

  it('with workbooks in it is read, with a zip in it is not opened further', async () => {
    const book = await workbook({ Kinder: [heading, ['17', 'Mia', 'Koch', '3b', null]] });
    expect(await refusals(writeZip([{ path: 'k.xlsx', content: book }]))).toEqual(['read']);
    const inner = writeZip([{ path: 'kinder.csv', content: list }]);
    expect(await refusals(writeZip([{ path: 'inner.csv', content: inner }]))).toEqual(['fileIsBinary']);
  });

  it.each([
    ['claims to be huge', [{ path: 'a.csv', content: list, claimedBytes: 2 ** 31 }], 'zipTooLarge'],
    [
      'holds more than it claims',
      [{ path: 'a.csv', content: 'x'.repeat(1e6), claimedBytes: 10 }],
      'zipDamaged',
    ],
    ['holds less than it claims', [{ path: 'a.csv', content: list, claimedBytes: 5000 }], 'zipDamaged'],
    ['has a wrong checksum', [{ path: 'a.csv', content: list, claimedChecksum: 1 }], 'zipDamaged'],
    ['has a password', [{ path: 'a.csv', content: list, encrypted: true }], 'zipLocked'],
    ['leaves its folder', [{ path: '../a.csv', content: list }], 'zipDamaged'],
    ['has no list', [{ path: 'bild.png', content: 'x' }], 'zipWithoutLists'],
    [
      'has too many parts',
      Array.from({ length: 2001 }, (_, i) => ({ path: `${i}.csv`, content: '' })),
      'zipTooLarge',
    ],
  ])('that %s is refused', async (_, parts, code) => {
    expect(await refusals(writeZip(parts))).toEqual([code]);
  });

  it('that unpacks to gigabytes is cut off at its claim', async () => {
    const bomb = writeZip([{ path: 'a.csv', content: Buffer.alloc(64 * 1024 * 1024), claimedBytes: 1000 }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusals(bomb)).toEqual(['zipDamaged']);
  });

  it('cut anywhere is refused and never throws', async () => {
    const whole = writeZip([{ path: 'kinder.csv', content: list }]);
    for (let length = 4; length < whole.length; length += 7) {
      const reads = await openLists(whole.subarray(0, length));
      expect(reads.every(({ kind }) => kind === 'refused')).toBe(true);
    }
  });
});
