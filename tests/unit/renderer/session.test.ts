import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../src-renderer/session/watch-idle.ts';
import { workingSession } from '../../../src-renderer/session/working-session.ts';
import { createState } from '../../support/renderer-harness/state.ts';

type Scene = Parameters<typeof createState>[0];
const stateOf = (name: Scene['name'], role: Scene['role'] = 'schoolOffice') =>
  createState({ name, role }).session;

describe('the gate of the app', () => {
  it('lets in who has signed in', () => {
    expect(workingSession(stateOf('morning'))?.person.familyName).toBe('Yıldız');
  });

  it.each(['signedOut', 'locked', 'firstSync'] as const)('stays closed while %s', (name) => {
    expect(workingSession(stateOf(name))).toBeNull();
  });

  it.each([
    ['schoolOffice', true],
    ['teacher', true],
    ['principal', false],
  ] as const)('opens for the %s as soon as what their Heute shows is there: %s', (role, opens) => {
    const loading = { phase: 'firstSync' as const, firstSync: { done: 5, total: 9, morningReady: true } };
    const state = { ...stateOf('morning', role), ...loading };
    expect(workingSession(state) !== null).toBe(opens);
    expect(workingSession({ ...state, firstSync: { ...loading.firstSync, morningReady: false } })).toBeNull();
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
