import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withCleanup } from '../../bench/harness/cleanup.ts';
import { demoClock } from '../../bench/harness/demo-morning.ts';
import { withLab } from '../../bench/harness/lab.ts';
import { monotonicMs, peakMemoryIn, peakMemoryMb } from '../../bench/harness/monotonic.ts';

describe('cleaning up', () => {
  it('undoes the last first, also when the work fails and an undoing does', async () => {
    const undone: string[] = [];
    const work = withCleanup(async (later) => {
      later(() => undone.push('server'));
      later(() => Promise.reject(new Error('stuck')));
      later(() => undone.push('desk'));
      throw new Error('the work failed');
    });
    await expect(work).rejects.toThrow('the work failed');
    expect(undone).toEqual(['desk', 'server']);
  });

  it('goes on when an undoing throws at once', async () => {
    const undone: string[] = [];
    await withCleanup(async (later) => {
      later(() => undone.push('first'));
      later(() => {
        throw new Error('stuck');
      });
    });
    expect(undone).toEqual(['first']);
  });

  it('gives the result and leaves no file behind', async () => {
    const path = await withLab(async (lab) => {
      const [one, other] = [lab.fresh('cache.db'), lab.fresh('cache.db')];
      expect(one).not.toBe(other);
      writeFileSync(one, 'x');
      return one;
    });
    expect(existsSync(dirname(path))).toBe(false);
  });
});

describe('measuring', () => {
  it('counts time forwards', () => {
    const before = monotonicMs();
    expect(monotonicMs()).toBeGreaterThanOrEqual(before);
  });

  it('reads the peak of a process from what Linux says of it', () => {
    expect(peakMemoryIn('VmPeak:\t  9 kB\nVmHWM:\t  268800 kB\nVmRSS:\t 12 kB\n')).toBeCloseTo(275.25, 2);
    expect(peakMemoryIn('nothing of the kind')).toBeUndefined();
    expect(peakMemoryMb()).toBeGreaterThan(20);
  });

  it('shows the demo morning when the server was started', () => {
    const startedAtMs = Date.now() - 60_000;
    const shown = new Date(demoClock(startedAtMs).nowMs()).toISOString();
    expect(shown).toMatch(/^2026-11-24T07:1[5-9]/); // 08:15 in Berlin, a minute after the start
  });
});
