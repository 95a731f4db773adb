import { describe, expect, test } from 'vitest';
import { purityOffences } from '../../../config/check-purity.ts';
import { functionLengths, sizeOffences } from '../../../config/check-sizes.ts';
import { parseSource } from '../../../config/source-files.ts';

const lines = (count: number, text: string) => Array.from({ length: count }, () => text).join('\n');
const sizes = (path: string, text: string) => sizeOffences(parseSource(path, text));
const purity = (text: string) => purityOffences(parseSource('src-shared/a.ts', text));

describe('sizes', () => {
  test('a file may have 300 lines, not 301', () => {
    expect(sizes('src-server/a.ts', `${lines(300, 'x();')}\n`)).toEqual([]);
    expect(sizes('src-server/a.ts', `${lines(301, 'x();')}\n`)).toEqual([
      'src-server/a.ts:1 has 301 lines (at most 300).',
    ]);
  });

  test('a list of names or a migration may be longer', () => {
    expect(sizes('resources/demo/data/names.ts', `${lines(900, 'x();')}\n`)).toEqual([]);
    expect(sizes('src-shared/tables/migrations/0010-a.ts', `${lines(301, 'x();')}\n`)).toEqual([]);
  });

  test('a function may have 50 lines, not 51, wherever it stands', () => {
    const body = (count: number) => `\nfunction long() {\n${lines(count - 2, 'x();')}\n}\n`;
    expect(sizes('src-server/a.ts', body(50))).toEqual([]);
    expect(sizes('src-server/a.ts', body(51))).toEqual(['src-server/a.ts:2 long has 51 lines (at most 50).']);
    const component = `export const Screen = () => (\n<div>\n${lines(60, '<p />')}\n</div>\n);\n`;
    expect(sizes('src-renderer/Screen.tsx', component)[0]).toMatch(
      /^src-renderer\/Screen.tsx:1 Screen has 64 lines/,
    );
  });

  test('a describe block groups tests and is not measured, the tests in it are', () => {
    const group = `describe('a', () => {\n${lines(60, "test('b', () => {\nx();\n});")}\n});\n`;
    expect(sizes('tests/unit/a.test.ts', group)).toEqual([]);
    expect(functionLengths(parseSource('tests/unit/a.test.ts', group))).toHaveLength(60);
  });

  test('any and names that say nothing are found', () => {
    expect(sizes('src-server/utils.ts', 'let a: any;\n')).toEqual([
      'src-server/utils.ts:1 has a name that says nothing.',
      'src-server/utils.ts:1 says any.',
    ]);
  });
});

describe('purity of src-shared', () => {
  test.each([
    'const now = new Date();',
    'const now = Date.now();',
    'const text = Date();',
    'const id = Math.random();',
    'const id = crypto.randomUUID();',
    'setTimeout(() => {}, 1);',
    "await fetch('x');",
    'const f = globalThis.fetch;',
    "import { SqliteDialect } from 'kysely';",
  ])('%s is an offence', (text) => {
    expect(purity(`\n${text}\n`)).toEqual([expect.stringMatching(/^src-shared\/a\.ts:2 /)]);
  });

  test.each([
    'const later = new Date(clock.now());',
    'const day = Date.UTC(2026, 0, 1);',
    'const x = row.process; const y = { window: 1 };',
    "import { sql, type Kysely } from 'kysely';",
  ])('%s is none', (text) => {
    expect(purity(text)).toEqual([]);
  });
});
