import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentMinute, setClock, watchMinute } from '../../../src-renderer/session/clock.ts';

describe('the clock of the window', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:30.000Z') });
    setClock('2025-11-24T07:14:20.000Z');
  });
  afterEach(() => vi.useRealTimers());

  const shown = () => new Date(currentMinute()).toISOString();

  it('is the core’s, not the page’s', () => {
    expect(shown()).toBe('2025-11-24T07:14:00.000Z');
  });

  it('moves on at full minutes, once each', () => {
    const onMinute = vi.fn();
    const stop = watchMinute(onMinute);
    vi.advanceTimersByTime(39_000);
    expect(onMinute).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(onMinute).toHaveBeenCalledTimes(1);
    expect(shown()).toBe('2025-11-24T07:15:00.000Z');
    vi.advanceTimersByTime(120_000);
    expect(onMinute).toHaveBeenCalledTimes(3);
    stop();
    vi.advanceTimersByTime(120_000);
    expect(onMinute).toHaveBeenCalledTimes(3);
  });
});
