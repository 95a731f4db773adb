import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRosterFile } from '../../../src-main/core/roster/read-file.ts';
import { arbitrarySchool } from '../../support/roster-files/arbitrary-school.ts';
import { danisRows, iservParentRows, iservStudentRows } from '../../support/roster-files/export-school.ts';
import { asciiNames, westernNames, worldNames } from '../../support/roster-files/invented-people.ts';
import { readBytes, readRows, TODAY } from '../../support/roster-files/read-rows.ts';
import { type TableStyle, writeTable } from '../../support/roster-files/write-table.ts';

/** Styles together with the names that their encoding can write. */
const styles = fc.oneof(
  styleOf(['utf-8'], worldNames, fc.boolean(), fc.boolean()),
  styleOf(['utf-16le', 'utf-16be'], worldNames, fc.constant(true), fc.boolean()),
  styleOf(['windows-1252', 'iso-8859-15'], westernNames, fc.constant(false), fc.constant(false)),
);

function styleOf(
  encodings: TableStyle['encoding'][],
  names: typeof worldNames | typeof westernNames,
  bom: fc.Arbitrary<boolean>,
  decomposed: fc.Arbitrary<boolean>,
) {
  const style: fc.Arbitrary<TableStyle> = fc.record({
    encoding: fc.constantFrom(...encodings),
    bom,
    decomposed,
    separator: fc.constantFrom(';', ',', '\t', '|'),
    quotes: fc.constantFrom('needed', 'all'),
    lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  });
  return fc.tuple(style, arbitrarySchool(names));
}

/** The same table with its columns in another order. */
function shuffled(rows: readonly string[][], order: readonly number[]): string[][] {
  return rows.map((row) =>
    order
      .slice(0, row.length)
      .sort((a, b) => ((a * 7) % 11) - ((b * 7) % 11))
      .map((index) => row[index] ?? ''),
  );
}

describe('a table that is written and read again', () => {
  it('keeps every child in any encoding, separator, quoting, line end and column order', () => {
    fc.assert(
      fc.property(
        styles,
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.boolean(),
        ([style, school], order, danis) => {
          const rows = danis ? danisRows(school) : iservStudentRows(school);
          fc.pre(rows.length > 1);
          const read = readRows(
            rows.map((row) => order.map((index) => row[index] ?? '')),
            style,
          );
          expect(read.unreadable).toEqual([]);
          expect(read.format).toBe(danis ? 'danisFreeList' : 'iservStudents');
          expect(read.separator).toBe(style.separator);
          const present = school.students.filter((student) => student.leftOn === null);
          expect(read.students.map(({ line: _, ...student }) => student)).toEqual(
            present.map(({ id: _id, leftOn: _left, isLeaving: _, ...student }) => student),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps every guardian', () => {
    fc.assert(
      fc.property(styles, ([style, school]) => {
        const rows = iservParentRows(school);
        fc.pre(rows.length > 1);
        const read = readRows(shuffled(rows, [0, 1, 2, 3, 4, 5, 6, 7]), style);
        expect(read.unreadable).toEqual([]);
        expect(read.guardians).toHaveLength(rows.length - 1);
        const first = read.guardians[0];
        const [key, givenName, familyName, street, postalCode, city] = rows[1] ?? [];
        expect([first?.studentKey, first?.givenName, first?.familyName]).toEqual([
          key,
          givenName,
          familyName,
        ]);
        expect([first?.street ?? '', first?.postalCode ?? '', first?.city ?? '']).toEqual([
          street,
          postalCode,
          city,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('is read the same when encoding and separator are chosen by hand', () => {
    fc.assert(
      fc.property(styles, ([style, school]) => {
        const rows = iservStudentRows(school);
        fc.pre(rows.length > 1);
        const bytes = writeTable(rows, style);
        const { encoding, separator } = style;
        expect(readBytes(bytes, { encoding, separator }).students).toEqual(readBytes(bytes).students);
      }),
      { numRuns: 50 },
    );
  });

  it('has ASCII names that every encoding can write', () => {
    expect([...asciiNames.given, ...asciiNames.family].every((name) => /^\p{ASCII}+$/u.test(name))).toBe(
      true,
    );
  });
});

describe('bytes of any kind', () => {
  const heading = Buffer.from('Import-ID;Vorname;Nachname;Klasse\r\n');

  it('never make the reader throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = readRosterFile(bytes, { file: 'x', today: TODAY });
        expect(['read', 'refused']).toContain(read.kind);
      }),
      { numRuns: 500 },
    );
  });

  it('never make it throw behind a good heading', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc
          .constantFrom('"', '";"', ';', '\n', '\r', '\0', 'ä', '1;Anna;Koch;3b\n')
          .map((text) => Buffer.from(text)),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const read = readRosterFile(Buffer.concat([heading, ...parts]), { file: 'x', today: TODAY });
        expect(['read', 'refused']).toContain(read.kind);
      }),
      { numRuns: 500 },
    );
  });
});
