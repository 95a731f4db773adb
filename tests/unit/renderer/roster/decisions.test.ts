import { describe, expect, it } from 'vitest';
import {
  isTicked,
  noDecisions,
  openQuestions,
  sentDecisions,
  withAnswer,
  withSuggestedAnswers,
  withTicks,
} from '../../../../src-renderer/roster/decisions.ts';
import { importRoster } from '../../../../src-shared/roster/contract.ts';

const suggested = { ref: 'a', suggested: true };
const doubtful = { ref: 'b', suggested: false };
const start = noDecisions('2026-11-23');

describe('ticks of an import', () => {
  it('begin as they are suggested', () => {
    expect([isTicked(suggested, start), isTicked(doubtful, start)]).toEqual([true, false]);
  });

  it('are all set and all taken away at once, and one by one', () => {
    const all = withTicks(start, [suggested, doubtful], true);
    expect([isTicked(suggested, all), isTicked(doubtful, all)]).toEqual([true, true]);
    const none = withTicks(all, [suggested, doubtful], false);
    expect([isTicked(suggested, none), isTicked(doubtful, none)]).toEqual([false, false]);
    expect(isTicked(suggested, withTicks(none, [suggested], true))).toBe(true);
  });

  it('are sent only where they differ from the suggestion', () => {
    const there = withTicks(start, [suggested, doubtful], true);
    expect(sentDecisions(there)).toEqual({
      declined: [],
      accepted: ['b'],
      samePerson: {},
      leftOn: '2026-11-23',
    });
    expect(sentDecisions(withTicks(there, [doubtful], false))).toEqual(sentDecisions(start));
  });

  it('leave the decisions before them as they were', () => {
    withTicks(start, [suggested, doubtful], false);
    expect(isTicked(suggested, start)).toBe(true);
  });
});

describe('questions of an import', () => {
  const questions = [
    { ref: 'q1', suggestedId: 'known' },
    { ref: 'q2', suggestedId: null },
    { ref: 'q3', suggestedId: 'other' },
  ];

  it('are answered, answered anew and left open again', () => {
    const answered = withAnswer(withAnswer(start, 'q1', 'new'), 'q1', 'known');
    expect(answered.samePerson).toEqual({ q1: 'known' });
    expect(withAnswer(answered, 'q1', null).samePerson).toEqual({});
    expect(openQuestions(answered, questions)).toBe(2);
  });

  it('take the likely answers without touching what a person has answered', () => {
    const answered = withSuggestedAnswers(withAnswer(start, 'q1', 'new'), questions);
    expect(answered.samePerson).toEqual({ q1: 'new', q3: 'other' });
    expect(openQuestions(answered, questions)).toBe(1);
  });

  it('are sent as the core takes them', () => {
    const decisions = sentDecisions(withAnswer(start, 'q1', 'new'));
    const previewId = '01938a00-0000-7000-8000-000000000001';
    expect(importRoster.args.safeParse({ previewId, decisions }).success).toBe(true);
  });
});
