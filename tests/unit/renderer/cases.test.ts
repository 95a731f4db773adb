import { describe, expect, it } from 'vitest';
import {
  byUrgency,
  type LadderStep,
  neighbour,
  nextStep,
  outcomeKeys,
} from '../../../src-renderer/cases/ladder.ts';
import { newCases } from '../../../src-renderer/cases/new-cases.ts';
import { attemptOutcomes } from '../../../src-shared/absences/words.ts';
import { officeMorning } from '../../support/renderer-harness/data/morning.ts';

const step = (name: string, lastOutcome: LadderStep['lastOutcome'] = null, phones = 1): LadderStep => ({
  guardianId: null,
  name,
  relation: 'Oma',
  emergency: true,
  phones: Array.from({ length: phones }, (_, index) => ({ label: null, number: `0${index}` })),
  lastOutcome,
});

describe('the call ladder', () => {
  it('calls the first contact nobody has called yet', () => {
    expect(nextStep([step('a', 'notReached'), step('b'), step('c')])).toBe(1);
  });

  it('begins again at the top when everybody has been called', () => {
    expect(nextStep([step('a', 'notReached'), step('b', 'messageLeft')])).toBe(0);
  });

  it('skips contacts without a number while there is one with', () => {
    expect(nextStep([step('a', null, 0), step('b')])).toBe(1);
    expect(nextStep([step('a', null, 0)])).toBe(0);
    expect(nextStep([])).toBeNull();
  });

  it('moves within its ends', () => {
    const ladder = [step('a'), step('b')];
    expect([neighbour(0, -1, ladder), neighbour(0, 1, ladder), neighbour(1, 1, ladder)]).toEqual([0, 1, 1]);
  });

  it('has a key for every way a call can end', () => {
    expect(outcomeKeys.map(({ outcome }) => outcome).sort()).toEqual([...attemptOutcomes].sort());
  });
});

describe('open cases', () => {
  it('stand oldest first; those with a report to read come last', () => {
    expect(byUrgency(officeMorning().openCases).map((open) => open.familyName)).toEqual([
      'Wiśniewska',
      'Yılmaz',
      'Müller-Behrens',
      'Hofmann',
    ]);
  });

  it('are announced once each, and not those that were there when the window opened', () => {
    const first = newCases(['mia', 'emir'], null);
    expect(first.fresh).toBe(0);
    const second = newCases(['mia', 'emir', 'jonas'], first.seen);
    expect(second.fresh).toBe(1);
    expect(newCases(['mia', 'emir', 'jonas'], second.seen).fresh).toBe(0);
  });

  it('are announced again when a closed one opens anew', () => {
    const all = newCases(['mia', 'emir', 'jonas'], new Set());
    const none = newCases([], all.seen);
    expect(newCases(['mia', 'emir', 'jonas'], none.seen).fresh).toBe(3);
  });
});
