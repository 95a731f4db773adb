import { afterEach, beforeEach, expect, test } from 'vitest';
import { callDraftSchema, readDraft } from '../../../src-shared/calls/draft.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anInboxMessage, anOffice, aTeacher, at } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, type EntryOptions, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

function park(callId: string, query: string, options: EntryOptions = {}) {
  const draft = callDraftSchema.parse({ query });
  return run(school.cache, 'calls.park', { callId, label: query, draft }, options);
}

test('an interrupted call is parked for the person who took it', async () => {
  const callId = anId();
  await park(callId, 'yil', { at: '07:58' });
  const [call] = await school.cache.rows('parkedCall');
  expect(call).toMatchObject({ id: callId, staffId: anOffice().id, parkedAt: at('07:58'), label: 'yil' });
  expect(readDraft(call?.draft ?? '')).toMatchObject({ query: 'yil', reason: 'illness', channel: 'phone' });
});

test('parked again it keeps its place and the newer draft', async () => {
  const callId = anId();
  await park(callId, 'yil', { at: '07:58' });
  await park(callId, 'yilmaz', { at: '08:02' });
  const calls = await school.cache.rows('parkedCall');
  expect(calls).toMatchObject([{ parkedAt: at('07:58'), label: 'yilmaz' }]);
});

test('a call is discarded once; that it is gone already is no error', async () => {
  const callId = anId();
  await park(callId, 'yil');
  expect(reasonOf(await run(school.cache, 'calls.discard', { callId }))).toBe('accepted');
  expect(await school.cache.rows('parkedCall')).toEqual([]);
  expect(await run(school.cache, 'calls.discard', { callId })).toMatchObject({
    kind: 'accepted',
    changes: [],
  });
});

test('another person can neither overwrite nor discard it', async () => {
  const callId = anId();
  await park(callId, 'yil');
  const actor = aTeacher();
  expect(reasonOf(await park(callId, 'x', { actor }))).toBe('draftUnknown');
  expect(reasonOf(await run(school.cache, 'calls.discard', { callId }, { actor }))).toBe('draftUnknown');
  expect(await school.cache.rows('parkedCall')).toHaveLength(1);
});

test('a draft that cannot be read any more keeps its text as a note', () => {
  expect(readDraft('Frau Harms ruft zurück').note).toBe('Frau Harms ruft zurück');
  expect(readDraft('{"query":5}').note).toBe('{"query":5}');
});

test('a message of the answering machine is settled once', async () => {
  const message = anInboxMessage();
  await seed(school.cache, { inboxMessage: message });
  const settle = (outcome: 'recorded' | 'dismissed') =>
    run(school.cache, 'inbox.settleMessage', { messageId: message.id, outcome }, { at: '07:35' });
  expect(reasonOf(await settle('recorded'))).toBe('accepted');
  expect(await school.cache.rows('inboxMessage')).toMatchObject([
    { state: 'recorded', settledAt: at('07:35'), settledBy: anOffice().id },
  ]);
  const content = await contentOf(school.cache);
  expect(await settle('dismissed')).toMatchObject({ kind: 'accepted', changes: [] });
  expect(await contentOf(school.cache)).toEqual(content);
});

test('an unknown message is refused', async () => {
  const unknown = { messageId: anId(), outcome: 'dismissed' as const };
  expect(reasonOf(await run(school.cache, 'inbox.settleMessage', unknown))).toBe('messageUnknown');
});
