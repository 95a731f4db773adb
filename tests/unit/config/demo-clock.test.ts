import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginDemo, demoTime } from '../../../config/demo-clock.ts';

const MINUTE = 60_000;
const now = Date.UTC(2026, 10, 24, 20, 0);
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postmappe-clock-'));
  file = join(folder, 'clock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the clock of the demo', () => {
  it('begins at 08:14, whatever time it is here', () => {
    expect(beginDemo(file, '2026-11-24', now)).toBe('2026-11-24T08:14');
  });

  it('begins on the last school day when there is no school', () => {
    expect(beginDemo(file, '2026-11-22', now)).toBe('2026-11-20T08:14');
  });

  it('has run on when the demo is started a second time', () => {
    beginDemo(file, '2026-11-24', now);
    expect(demoTime(file, now + 25 * MINUTE)).toBe('2026-11-24T08:39');
  });

  it('ends with the morning', () => {
    beginDemo(file, '2026-11-24', now);
    expect(demoTime(file, now + 135 * MINUTE)).toBe('2026-11-24T10:29');
    expect(demoTime(file, now + 136 * MINUTE)).toBeNull();
    expect(demoTime(file, now + 20 * 60 * MINUTE)).toBeNull();
  });

  it('is not begun without its file, with a damaged one, or when this clock was set back', () => {
    expect(demoTime(file, now)).toBeNull();
    for (const text of ['', '{}', '{"madeAtMs":"x","shown":1}', '{"madeAtMs":1,"shown":"soon"}']) {
      writeFileSync(file, text);
      expect(demoTime(file, now)).toBeNull();
    }
    beginDemo(file, '2026-11-24', now);
    expect(demoTime(file, now - MINUTE)).toBeNull();
  });
});
