import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../src-renderer/session/watch-idle.ts';
import { workingSession } from '../../../src-renderer/session/working-session.ts';
import { createState } from '../../support/renderer-harness/state.ts';

const stateOf = (name: Parameters<typeof createState>[0]['name']) =>
  createState({ name, role: 'schoolOffice' }).session;

describe('the gate of the app', () => {
  it('lets in who has signed in', () => {
    expect(workingSession(stateOf('morning'))?.person.familyName).toBe('Yıldız');
  });

  it.each(['signedOut', 'locked', 'firstSync'] as const)('stays closed while %s', (name) => {
    expect(workingSession(stateOf(name))).toBeNull();
  });

  it('stays closed while only names and guardians are there: half of this morning’s absences look like none', () => {
    const state = { ...stateOf('firstSync'), firstSync: { done: 5, total: 9, morningReady: true } };
    expect(workingSession(state)).toBeNull();
  });
});

describe('a desk nobody uses', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is noticed after the idle time, counted from the last sign of life', () => {
    const page = new EventTarget();
    const onIdle = vi.fn();
    const stop = watchIdle(page, 60_000, onIdle);
    vi.advanceTimersByTime(50_000);
    page.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(50_000);
    expect(onIdle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(onIdle).toHaveBeenCalledOnce();
    stop();
  });

  it('is no longer watched once the screen is left', () => {
    const onIdle = vi.fn();
    watchIdle(new EventTarget(), 60_000, onIdle)();
    vi.advanceTimersByTime(120_000);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
