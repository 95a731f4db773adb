import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DowntimeOutcome, DowntimeSheets } from '../../../src-main/core/paper/downtime-folder.ts';
import { type DowntimeJob, startDowntimeJob } from '../../../src-main/core/paper-sheets/downtime-job.ts';
import { at } from '../../support/builders/school.ts';
import { aClock, type TestClock } from '../../support/core-context.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let clock: TestClock;
let job: DowntimeJob;
let ready: boolean;
let reads: number;
let told: number;
let outcome: DowntimeOutcome;
let readable: boolean;

beforeEach(() => {
  clock = aClock(at('07:30'));
  ready = true;
  readable = true;
  reads = 0;
  told = 0;
  outcome = { kind: 'written', files: ['Ausfallbogen.pdf'] };
  job = startDowntimeJob({
    folderPath: '/notfall',
    folder: { write: async () => outcome, clear: async () => ({ kind: 'cleared' }) },
    isReady: () => ready,
    readSheets: async () => {
      reads += 1;
      if (!readable) throw new Error('database is locked');
      return {} as DowntimeSheets; // the folder of this test looks at nothing
    },
    onState: () => {
      told += 1;
    },
    clock,
    log: { info: () => {}, warn: () => {} },
  });
});
afterEach(() => job.stop());

describe('the downtime sheets', () => {
  test('are made soon after the start', async () => {
    expect(job.state()).toEqual({ folder: '/notfall', madeAt: null, problem: null });
    await clock.advance(20 * SECOND);
    expect(job.state()).toMatchObject({ madeAt: '2026-11-23T06:30:20.000Z', problem: null });
    expect(told).toBe(1);
  });

  test('are made once after a flurry of changes', async () => {
    await clock.advance(20 * SECOND);
    for (let change = 0; change < 5; change += 1) {
      job.changed(['absence', 'absenceEvent']);
      await clock.advance(5 * SECOND);
    }
    expect(reads).toBe(1);
    await clock.advance(20 * SECOND);
    expect(reads).toBe(2);
  });

  test('do not wait for ever while changes go on', async () => {
    await clock.advance(20 * SECOND);
    for (let change = 0; change < 13; change += 1) {
      job.changed(['rollCallMark']);
      await clock.advance(10 * SECOND);
    }
    expect(reads).toBe(2);
  });

  test('are left alone by changes that do not stand on them', async () => {
    await clock.advance(20 * SECOND);
    job.changed(['parkedCall', 'syncState']);
    await clock.advance(MINUTE);
    expect(reads).toBe(1);
  });

  test('are looked at every five minutes: a new day begins without any change', async () => {
    await clock.advance(20 * SECOND);
    await clock.advance(5 * MINUTE);
    expect(reads).toBe(2);
    await clock.advance(10 * MINUTE);
    expect(reads).toBe(4);
  });

  test('wait until the first sync has brought the morning', async () => {
    ready = false;
    await clock.advance(6 * MINUTE);
    expect(reads).toBe(0);
    ready = true;
    job.changed(['student']);
    await clock.advance(20 * SECOND);
    expect(reads).toBe(1);
  });

  test.each([
    ['noSpace', 'noSpace'],
    ['folderMissing', 'folderGone'],
    ['fileInUse', 'failed'],
    ['notPrinted', 'failed'],
  ] as const)('that fail (%s) say so and keep their last time', async (reason, problem) => {
    await clock.advance(20 * SECOND);
    const { madeAt } = job.state();
    outcome = { kind: 'failed', reason, file: 'Ausfallbogen.pdf' };
    await clock.advance(10 * MINUTE);
    expect(job.state()).toEqual({ folder: '/notfall', madeAt, problem });
    outcome = { kind: 'unchanged' };
    await clock.advance(5 * MINUTE);
    expect(job.state()).toMatchObject({ madeAt, problem: null });
  });

  test('that cannot be read are a failure, not the end of the job', async () => {
    readable = false;
    await clock.advance(MINUTE);
    expect(job.state().problem).toBe('failed');
    readable = true;
    await clock.advance(5 * MINUTE);
    expect(job.state().problem).toBeNull();
  });

  test('end with the desk: no timer is left', async () => {
    job.stop();
    expect(clock.waiting()).toBe(0);
    job.changed(['absence']);
    expect(clock.waiting()).toBe(0);
  });
});
