import { beforeEach, describe, expect, it, vi } from 'vitest';
import { say, sayFailure, undoNewest, useNotices } from '../../../src-renderer/components/notices.ts';

const texts = () => useNotices.getState().list.map((notice) => notice.text);

describe('sentences at the foot of the window', () => {
  beforeEach(() => useNotices.setState({ list: [] }));

  it('keep the three newest', () => {
    for (const text of ['one', 'two', 'three', 'four']) say(text);
    expect(texts()).toEqual(['two', 'three', 'four']);
  });

  it('replace an older one of the same slot', () => {
    say('saved');
    say('Ayla is missing', undefined, 'mark');
    say('Ben is missing', undefined, 'mark');
    expect(texts()).toEqual(['saved', 'Ben is missing']);
  });

  it('take back the newest entry that can be taken back, once', () => {
    const undoOld = vi.fn();
    const undoNew = vi.fn();
    say('old', undoOld);
    say('new', undoNew);
    say('cannot be undone');
    expect(undoNewest()).toBe(true);
    expect(undoNew).toHaveBeenCalledOnce();
    expect(undoOld).not.toHaveBeenCalled();
    expect(texts()).toEqual(['old', 'cannot be undone']);
    undoNewest();
    expect(undoNewest()).toBe(false);
  });

  it('tell failures from what was done', () => {
    sayFailure({ kind: 'refused', reason: 'alreadyDecided' });
    expect(useNotices.getState().list[0]).toMatchObject({
      tone: 'problem',
      failure: { reason: 'alreadyDecided' },
    });
  });
});
