import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClassLine,
  countMissing,
  minutesLate,
  presenceOf,
  toggled,
} from '../../../src-renderer/roll-call/presence.ts';
import { findByLetters } from '../../../src-renderer/roll-call/type-ahead.ts';
import { classMorning } from '../../support/renderer-harness/data/morning.ts';

const child: ClassLine = {
  studentId: '01938a00-0000-7000-8000-000000000001',
  givenName: 'Emir',
  familyName: 'Yılmaz',
  mark: null,
  minutesLate: null,
  absence: null,
  unexplained: false,
};
const ill: ClassLine['absence'] = {
  span: 'wholeDay',
  atTime: null,
  untilDay: '2025-11-25',
  reason: 'illness',
  excuse: 'open',
  toCheck: false,
};

describe('how a child stands in the morning', () => {
  it('is here until somebody says otherwise', () => {
    expect(presenceOf(child)).toBe('present');
  });

  it('is expected to be away when that was announced, also after the teacher’s tick', () => {
    expect(presenceOf({ ...child, absence: ill })).toBe('expected');
    expect(presenceOf({ ...child, absence: ill, mark: 'missing' })).toBe('expected');
  });

  it('is here in the morning when it only leaves early', () => {
    expect(presenceOf({ ...child, absence: { ...ill, span: 'leavesEarly' } })).toBe('present');
  });

  it('follows the teacher’s tick: an announced child may be here after all', () => {
    expect(presenceOf({ ...child, absence: ill, mark: 'present' })).toBe('present');
    expect(presenceOf({ ...child, mark: 'late' })).toBe('late');
  });

  it('changes between here and missing with one tick', () => {
    for (const mark of ['missing', 'late', 'present', null] as const) {
      const line = { ...child, mark };
      expect(presenceOf({ ...line, mark: toggled(line) })).not.toBe(presenceOf(line));
    }
  });

  it('counts as missing when announced or marked, not when late', () => {
    const lines: ClassLine[] = [
      child,
      { ...child, mark: 'missing' },
      { ...child, mark: 'late' },
      { ...child, absence: ill },
    ];
    expect(countMissing(lines)).toBe(2);
  });

  it('is late from the first minute after the start of lessons', () => {
    expect(minutesLate('08:00', '08:00')).toBeNull();
    expect(minutesLate('07:30', '08:00')).toBeNull();
    expect(minutesLate('08:01', '08:00')).toBe(1);
    expect(minutesLate('23:59', '08:00')).toBeNull();
  });
});

describe('letters that jump to a child', () => {
  const { lines } = classMorning();
  const found = (typed: string, from = 0) => {
    const index = findByLetters(lines, typed, from);
    return index === null ? null : lines[index]?.givenName;
  };

  it('know the given name first, then the family name', () => {
    expect(found('k')).toBe('Karim');
    expect(found('wis')).toBe('Jakub');
    expect(found('hohen')).toBe('Leonard');
  });

  it('read foreign letters as any keyboard types them', () => {
    expect(found('yil')).toBe('Emir');
    expect(found('mu')).toBe('Emma');
    expect(found('mü')).toBe('Emma');
    expect(found('mueller')).toBe('Emma');
    expect(found('yıl')).toBe('Emir');
    expect(found('joerg')).toBe('Mads');
    expect(found('jorg')).toBe('Mads');
    expect(found('zoe')).toBe('Zoë');
    expect(found('weiss')).toBe('Zoë');
    expect(found('nguyen')).toBe('Lena');
  });

  it('go on to the next child of that letter', () => {
    expect(found('e')).toBe('Emir');
    expect(found('e', 5)).toBe('Emma');
    expect(found('e', 6)).toBe('Emir');
  });

  it('find nobody rather than somebody wrong', () => {
    expect(found('xq')).toBeNull();
    expect(findByLetters([], 'a', 0)).toBeNull();
  });

  it('find every child by its full name', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), (index, from) => {
        const line = lines[index];
        const hit = findByLetters(lines, line?.familyName ?? '', from);
        expect(hit === null ? null : lines[hit]?.familyName).toBe(line?.familyName);
      }),
    );
  });
});
