import { describe, expect, it } from 'vitest';
import { currentIndex, inboxItems, stepTo } from '../../../src-renderer/inbox/inbox-items.ts';
import { officeMorning } from '../../support/renderer-harness/data/morning.ts';

const { reports, messages } = officeMorning();
const items = inboxItems(reports, messages, []);

describe('the inbox', () => {
  it('holds reports and messages in the order in which they came', () => {
    expect(items.map((item) => item.kind)).toEqual(['message', 'report', 'report', 'report']);
    expect(items).toHaveLength(reports.length + messages.length);
  });

  it('holds what was handed over to the office beside them', () => {
    const handover = {
      handoverId: 'handover',
      student: null,
      authorName: 'Jan Petersen',
      operation: 'cases.recordAttempt',
      args: '{}',
      occurredAt: '2025-11-23T06:00:00.000Z',
      mayTakeOver: true,
    };
    const [first, ...others] = inboxItems(reports, messages, [handover]);
    expect(first).toMatchObject({ kind: 'handover', id: 'handover' });
    expect(others).toEqual(items);
  });

  it('acts on the first line until another is chosen', () => {
    expect(currentIndex(items, null, null)).toBe(0);
    expect(currentIndex(items, items[2]?.id ?? null, null)).toBe(2);
  });

  it('falls back to the first line when the chosen one is settled', () => {
    expect(currentIndex(items, 'gone', null)).toBe(0);
  });

  it('turns to the report about a child somebody asks for', () => {
    const wanted = reports[2]?.studentId ?? '';
    expect(items[currentIndex(items, items[0]?.id ?? null, wanted)]).toMatchObject({
      report: { studentId: wanted },
    });
  });

  it('moves within its ends', () => {
    expect(stepTo(items, 0, -1)).toBe(items[0]?.id);
    expect(stepTo(items, 0, 1)).toBe(items[1]?.id);
    expect(stepTo(items, items.length - 1, 1)).toBe(items.at(-1)?.id);
    expect(stepTo([], 0, 1)).toBeNull();
  });
});
