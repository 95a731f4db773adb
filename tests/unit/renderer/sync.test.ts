import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syncSentences } from '../../../src-renderer/sync/sync-sentence.ts';
import { typedLines, valueKeys } from '../../../src-renderer/sync/typed-lines.ts';

const calm = {
  state: 'synchronous' as const,
  lastSyncAt: '2025-11-24T07:02:00.000Z',
  offlineSince: null,
  pending: 0,
  attention: 0,
  othersPending: 0,
};

describe('the sync line', () => {
  it('is one quiet line when all is well', () => {
    expect(syncSentences(calm, null)).toEqual([{ key: 'synchronous', tone: 'calm', at: calm.lastSyncAt }]);
  });

  it('says since when the server is away and what waits, never as a danger', () => {
    const offline = {
      ...calm,
      state: 'offline' as const,
      offlineSince: '2025-11-24T06:41:00.000Z',
      pending: 2,
      othersPending: 1,
    };
    expect(syncSentences(offline, null)).toEqual([
      { key: 'offline', tone: 'waiting', at: offline.offlineSince },
      { key: 'waiting', tone: 'waiting', count: 3 },
    ]);
  });

  it('puts what needs attention first', () => {
    expect(syncSentences({ ...calm, attention: 1 }, null)[0]).toEqual({
      key: 'attention',
      tone: 'attention',
      count: 1,
    });
  });

  it('counts the first sync while it goes on behind the morning', () => {
    const loading = { done: 500, total: 900, morningReady: true };
    expect(syncSentences(calm, loading)[0]).toMatchObject({ key: 'firstSync', done: 500, total: 900 });
    expect(syncSentences(calm, { ...loading, done: 900 })[0]?.key).toBe('synchronous');
  });
});

describe('what a refused entry had said', () => {
  it('is shown free text first, without ids and empty fields', () => {
    const args = {
      absenceId: '01938a00-0000-7000-8000-000000000009',
      fields: { reason: 'illness', atTime: null, offLunch: 0, remark: 'Mutter ruft noch einmal an.' },
      days: ['2025-11-24', '2025-11-25'],
    };
    expect(typedLines(JSON.stringify(args))).toEqual([
      { field: 'remark', value: 'Mutter ruft noch einmal an.' },
      { field: 'reason', value: 'illness' },
      { field: 'days', value: '2025-11-24' },
      { field: 'days', value: '2025-11-25' },
    ]);
  });

  it('says an open end, which in an unfinished call is no end at all', () => {
    expect(typedLines('{"fromDay":"2025-11-24","untilDay":null}')).toContainEqual({
      field: 'untilDay',
      value: 'open',
    });
    expect(typedLines('{"draft":{"query":"mü","untilDay":null}}')).toEqual([{ field: 'query', value: 'mü' }]);
  });

  it('takes free text as it is, and codes by the words of the other screens', () => {
    expect(valueKeys({ field: 'note', value: 'other' })).toEqual(['sync:values.plain']);
    expect(valueKeys({ field: 'span', value: 'wholeDay' })).toContain('words:spans.wholeDay');
  });

  it('I7: no text a person typed is ever left out', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.constantFrom('remark', 'note', 'label', 'anything'),
        (text, field) => {
          fc.pre(!/^[0-9a-f-]{36}$/i.test(text));
          expect(typedLines(JSON.stringify({ deep: [{ [field]: text }] }))).toEqual([{ field, value: text }]);
        },
      ),
    );
  });

  it('is shown raw when it can no longer be read', () => {
    expect(typedLines('{"remark": "half')).toEqual([{ field: '', value: '{"remark": "half' }]);
  });
});
