import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { firstLoadFiles, gzippedKb, type Manifest } from '../../bench/bundle/first-load.ts';

const manifest: Manifest = {
  'index.html': { file: 'main.js', isEntry: true, imports: ['_react.js'], css: ['main.css'] },
  '_react.js': { file: 'react.js', imports: ['_tiny.js'] },
  '_tiny.js': { file: 'tiny.js', imports: ['_react.js'] },
  'AbsencesScreen.tsx': { file: 'absences.js', imports: ['_react.js'], css: ['absences.css'] },
};

describe('what the window loads first', () => {
  it('is the entry with all it imports at once and the styles, in any circle, and no screen', () => {
    expect(firstLoadFiles(manifest)).toEqual(['main.css', 'main.js', 'react.js', 'tiny.js']);
  });

  it('is nothing where there is no entry', () => {
    expect(firstLoadFiles({ 'a.js': { file: 'a.js' } })).toEqual([]);
  });

  it('is weighed as it would travel', () => {
    const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
    try {
      writeFileSync(join(folder, 'a.js'), 'Heute '.repeat(1000));
      writeFileSync(join(folder, 'b.css'), 'body {}');
      const expected = gzipSync('Heute '.repeat(1000)).length + gzipSync('body {}').length;
      expect(gzippedKb(folder, ['a.js', 'b.css'])).toBeCloseTo(expected / 1000, 6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
