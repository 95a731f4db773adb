import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../../../src-renderer/components/table/columns.ts';
import { nextSort, sortRows } from '../../../../src-renderer/components/table/sort-rows.ts';
import {
  allowedWidth,
  readLayout,
  templateOf,
} from '../../../../src-renderer/components/table/table-layout.ts';
import { exportOf, tableText } from '../../../../src-renderer/components/table/table-output.ts';
import { exportTable } from '../../../../src-shared/paper/contract.ts';

interface Row {
  name: string;
  className: string;
  days: number | null;
}

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', title: 'Name', width: 180, grows: true, kind: 'text', value: (row) => row.name },
  { key: 'class', title: 'Klasse', width: 64, kind: 'text', value: (row) => row.className },
  {
    key: 'days',
    title: 'Tage',
    width: 54,
    kind: 'number',
    value: (row) => row.days,
    text: (row) => (row.days === null ? 'offen' : String(row.days)),
  },
];
const rows: Row[] = [
  { name: 'Özkan', className: '10a', days: 2 },
  { name: 'Ahlers', className: '2b', days: null },
  { name: 'Ottersberg', className: '2a', days: 11 },
  { name: 'Zander', className: '2b', days: 2 },
];
const namesBy = (key: string, direction: 'ascending' | 'descending') =>
  sortRows(rows, columns, { key, direction }).map((row) => row.name);

describe('sorting a table', () => {
  it('puts Ö beside O and 2b before 10a', () => {
    expect(namesBy('name', 'ascending')).toEqual(['Ahlers', 'Ottersberg', 'Özkan', 'Zander']);
    expect(namesBy('class', 'ascending')).toEqual(['Ottersberg', 'Ahlers', 'Zander', 'Özkan']);
  });

  it('sorts numbers by value and keeps the order of equal rows', () => {
    expect(namesBy('days', 'ascending')).toEqual(['Özkan', 'Zander', 'Ottersberg', 'Ahlers']);
  });

  it('keeps empty cells last in both directions', () => {
    expect(namesBy('days', 'descending')).toEqual(['Ottersberg', 'Özkan', 'Zander', 'Ahlers']);
  });

  it('changes nothing for a column that is gone', () => {
    expect(sortRows(rows, columns, { key: 'gone', direction: 'ascending' })).toBe(rows);
  });

  it('goes up, down, and back to the order of the list', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect([up?.direction, down?.direction, nextSort(down, 'name')]).toEqual([
      'ascending',
      'descending',
      null,
    ]);
    expect(nextSort(down, 'days')).toEqual({ key: 'days', direction: 'ascending' });
  });
});

describe('how a table is arranged', () => {
  it('comes back as it was left', () => {
    const layout = { sort: { key: 'name', direction: 'descending' as const }, widths: { name: 220 } };
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
  });

  it('takes nothing that does not fit, whatever was kept', () => {
    const untouched = { sort: null, widths: {} };
    expect(readLayout(null)).toEqual(untouched);
    expect(readLayout('{"sort":{"key":1},"widths":[]}')).toEqual(untouched);
    expect(readLayout('{"widths":{"name":"wide","days":99999}}').widths).toEqual({ days: 900 });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readLayout(text)).toHaveProperty('widths');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readLayout(text)).toHaveProperty('sort');
      }),
    );
  });

  it('never makes a column vanish', () => {
    expect(allowedWidth(-50)).toBe(44);
    expect(allowedWidth(120.4)).toBe(120);
  });

  it('gives what is left to the column that grows', () => {
    const widths = { class: 90 };
    expect(templateOf(columns, { sort: null, widths })).toBe('minmax(180px, 1fr) 90px 54px');
  });
});

describe('what a table hands over', () => {
  it('is for the clipboard a line of titles and a line for each row', () => {
    expect(tableText(columns, rows.slice(0, 2))).toBe('Name\tKlasse\tTage\nÖzkan\t10a\t2\nAhlers\t2b\toffen');
  });

  it('keeps cells in their places and never becomes a formula', () => {
    const odd = [{ name: '=SUMME(A1)', className: 'a\tb\nc', days: 1 }];
    expect(tableText(columns, odd).split('\n')[1]).toBe("'=SUMME(A1)\ta b c\t1");
  });

  it('is for a file exactly the columns and rows that are shown', () => {
    const sorted = sortRows(rows, columns, { key: 'name', direction: 'ascending' });
    const handed = exportOf('Abwesenheiten 2026-11-23', columns, sorted);
    expect(exportTable.args.safeParse({ ...handed, format: 'csv' }).success).toBe(true);
    expect(handed.rows.map((row) => row.name)).toEqual(['Ahlers', 'Ottersberg', 'Özkan', 'Zander']);
    expect(handed.rows[0]).toEqual({ name: 'Ahlers', class: '2b', days: null });
  });
});
