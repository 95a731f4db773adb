import { describe, expect, test } from 'vitest';
import {
  addCounts,
  closingLine,
  countPlaywright,
  countVitest,
  noCounts,
  withExitStatus,
} from '../../../config/test-counts.ts';

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
});

describe('counting tests', () => {
  test('Vitest: passed, failed, and everything else as skipped', () => {
    const report = {
      testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed', 'failed', 'passed')],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test('Vitest: a file that can’t be loaded has failed although it holds no test', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('Playwright: a test that needed two attempts has failed', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] };
    expect(countPlaywright(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  test('a run that failed without a failing test counts as one failure', () => {
    expect(withExitStatus({ passed: 5, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(withExitStatus({ passed: 5, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(withExitStatus(noCounts, 0)).toEqual(noCounts);
  });

  test('the closing line', () => {
    const sum = addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
    expect(closingLine(sum)).toBe('11 passed, 22 failed, 33 skipped');
  });
});
