import { beforeEach, describe, expect, it } from 'vitest';
import type { Undo } from '../../../src-renderer/client/undo.ts';
import {
  beginUndo,
  forgetNotices,
  keepForUndo,
  say,
  sayDone,
  sayFailure,
  useNotices,
} from '../../../src-renderer/components/notices.ts';

const texts = () => useNotices.getState().list.map((notice) => notice.text);
const last = () => useNotices.getState().lastDone;
const undo: Undo = { steps: [], said: 'taken back' };

describe('sentences at the foot of the window', () => {
  beforeEach(forgetNotices);

  it('keep the three newest', () => {
    for (const text of ['one', 'two', 'three', 'four']) say(text);
    expect(texts()).toEqual(['two', 'three', 'four']);
  });

  it('replace an older one of the same slot', () => {
    sayDone('saved');
    sayDone('Ayla is missing', undo, 'mark');
    sayDone('Ben is missing', undo, 'mark');
    expect(texts()).toEqual(['saved', 'Ben is missing']);
  });

  it('tell failures from what was done', () => {
    sayFailure({ kind: 'refused', reason: 'alreadyDecided' });
    expect(useNotices.getState().list[0]).toMatchObject({
      tone: 'problem',
      failure: { reason: 'alreadyDecided' },
    });
  });
});

describe('the last thing done', () => {
  beforeEach(forgetNotices);

  it('is remembered when its sentence has gone, and is shown again as the same', () => {
    sayDone('accepted', undo);
    const done = last();
    useNotices.getState().remove(done?.id ?? 0);
    expect(texts()).toEqual([]);
    expect(last()).toBe(done);
    if (done) useNotices.getState().show(done);
    expect(texts()).toEqual(['accepted']);
    if (done) useNotices.getState().show(done);
    expect(texts()).toEqual(['accepted']);
  });

  it('stays the last when something is only said', () => {
    sayDone('accepted', undo);
    say('copied');
    sayFailure({ kind: 'refused', reason: 'alreadyDecided' });
    expect(last()?.text).toBe('accepted');
  });

  it('is nothing after something that cannot be taken back', () => {
    sayDone('accepted', undo);
    sayDone('granted');
    expect(last()).toBeNull();
  });

  it('is taken back once; the one before it, while it can be read, is the last then', () => {
    sayDone('first', undo);
    sayDone('second', undo);
    const second = last();
    if (second) beginUndo(second);
    expect(last()?.text).toBe('first');
    expect(texts()).toEqual(['first']);
    const first = last();
    if (first) beginUndo(first);
    expect(last()).toBeNull();
  });

  it('stays the last when an older one is taken back by its button', () => {
    sayDone('first', undo);
    const [first] = useNotices.getState().list;
    sayDone('second', undo);
    if (first) beginUndo(first);
    expect(last()?.text).toBe('second');
  });

  it('is kept when it could not be taken back just now', () => {
    sayDone('accepted', undo);
    const done = last();
    if (done) beginUndo(done);
    if (done) keepForUndo(done);
    expect(last()).toBe(done);
  });
});
