import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Cache } from '../../../../src-main/core/database/cache.ts';
import { waitingEntries } from '../../../../src-main/core/outbox/outbox-store.ts';
import { rebase } from '../../../../src-main/core/outbox/rebase.ts';
import {
  moveToSentLog,
  SENT_LOG_DAYS,
  takeAnswers,
  trimSentLog,
} from '../../../../src-main/core/outbox/settle.ts';
import { submit } from '../../../../src-main/core/outbox/submit.ts';
import type { Answer } from '../../../../src-shared/sync/protocol.ts';
import { aCall } from '../../../support/builders/absences.ts';
import { aStudent } from '../../../support/builders/students.ts';
import {
  contentOfCache,
  MORNING_MS,
  office,
  officeAuthor,
  openDeskCache,
  rowsOf,
  seedCache,
} from '../../../support/desk/desk-cache.ts';

async function deskWithChain() {
  const cache = await openDeskCache();
  const [student, sibling] = [aStudent(), aStudent({ givenName: 'Mia' })];
  await seedCache(cache, { student: [student, sibling] });
  const act = async (name: string, args: unknown) => {
    const clock = { nowMs: () => MORNING_MS, after: () => () => undefined };
    return (await submit({ cache, session: () => office, clock, randomBytes }, name, args)).entry;
  };
  const call = aCall({ studentId: student.id });
  const ofAbsence = { absenceId: call.absenceId, studentId: student.id };
  const head = await act('absences.record', call);
  const excused = await act('absences.excuse', { ...ofAbsence, excuse: 'unexcused' });
  const unrelated = await act('absences.record', aCall({ studentId: sibling.id }));
  const withdrawn = await act('absences.withdraw', ofAbsence);
  return { cache, student, sibling, head, excused, unrelated, withdrawn };
}

const take = (cache: Cache, answers: Answer[]) => cache.write((tx) => takeAnswers(tx, officeAuthor, answers));
const refusal = (id: string): Answer => ({ id, status: 'refused', reason: 'changedMeanwhile' });
const agreement = (id: string): Answer => ({ id, status: 'applied', result: {} });
const attention = (cache: Cache) =>
  cache.reader.selectFrom('refusedEntry').select(['id', 'reason', 'chainHead']).orderBy('id').execute();

describe('a refused entry', () => {
  test('I7: is set aside with all that depended on it; unrelated ones go on', async () => {
    const { cache, head, excused, unrelated, withdrawn, student, sibling } = await deskWithChain();
    const taken = await take(cache, [refusal(head.id)]);

    expect(new Set([...taken.taken, ...taken.refused])).toEqual(new Set([head.id, excused.id, withdrawn.id]));
    expect((await waitingEntries(cache.reader)).map((entry) => entry.id)).toEqual([unrelated.id]);
    const expected = [
      { id: head.id, reason: 'changedMeanwhile', chainHead: null },
      { id: excused.id, reason: 'dependencyRefused', chainHead: head.id },
      { id: withdrawn.id, reason: 'dependencyRefused', chainHead: head.id },
    ];
    const shown = await attention(cache);
    expect(shown).toHaveLength(expected.length);
    expect(shown).toEqual(expect.arrayContaining(expected));
    const absences = await rowsOf(cache, 'absence');
    expect(absences.map((absence) => absence.studentId)).toEqual([sibling.id]);
    expect(absences.map((absence) => absence.studentId)).not.toContain(student.id);
  });

  test('leaves the cache as if it had never been', async () => {
    const cache = await openDeskCache();
    const student = aStudent();
    await seedCache(cache, { student });
    const before = await contentOfCache(cache);
    const clock = { nowMs: () => MORNING_MS, after: () => () => undefined };
    const tools = { cache, session: () => office, clock, randomBytes };
    const { entry } = await submit(tools, 'absences.record', aCall({ studentId: student.id }));
    await take(cache, [refusal(entry.id)]);
    expect(await contentOfCache(cache)).toEqual(before);
  });

  test('keeps what the person typed', async () => {
    const { cache, head } = await deskWithChain();
    await take(cache, [refusal(head.id)]);
    const kept = await cache.reader
      .selectFrom('refusedEntry')
      .select('args')
      .where('id', '=', head.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(kept.args)).toEqual(head.args);
  });

  test('in the middle of a chain takes only what came after it', async () => {
    const { cache, head, excused, withdrawn, unrelated } = await deskWithChain();
    await take(cache, [agreement(head.id), refusal(excused.id)]);
    expect((await attention(cache)).map((entry) => entry.id).sort()).toEqual(
      [excused.id, withdrawn.id].sort(),
    );
    expect((await waitingEntries(cache.reader)).map(({ id, state }) => [id, state])).toEqual([
      [head.id, 'applied'],
      [unrelated.id, 'pending'],
    ]);
    expect(await rowsOf(cache, 'absence')).toMatchObject([{ excuse: 'excused', withdrawn: 0 }, {}]);
  });

  test('that is refused later than its head joins the head’s chain', async () => {
    const { cache, head, excused, withdrawn } = await deskWithChain();
    await take(cache, [refusal(head.id)]);
    await take(cache, [{ id: excused.id, status: 'refused', reason: 'dependencyRefused' }]);
    expect((await attention(cache)).filter((entry) => entry.chainHead === head.id)).toHaveLength(2);
    expect((await attention(cache)).map((entry) => entry.id)).toContain(withdrawn.id);
  });
});

describe('I7: a refused entry that was handed over to the office', () => {
  const handedOver = (id: string): Answer => ({
    id,
    status: 'refused',
    reason: 'forbidden',
    handedOver: true,
  });
  const kept = async (cache: Cache, id: string) =>
    cache.reader.selectFrom('refusedEntry').selectAll().where('id', '=', id).executeTakeFirst();

  test('leaves a reference at the desk: whom it was about, not what it said', async () => {
    const { cache, head, student } = await deskWithChain();
    expect(await take(cache, [handedOver(head.id)])).toMatchObject({ dropped: true });
    const args = JSON.stringify({ studentId: student.id });
    expect(await kept(cache, head.id)).toMatchObject({ name: head.name, args, handedOver: 1 });
    expect(await rowsOf(cache, 'absence')).toHaveLength(1);
  });

  test('leaves what depends on it waiting: its text has to reach the office too', async () => {
    const { cache, head, excused, withdrawn, unrelated } = await deskWithChain();
    const taken = await take(cache, [handedOver(head.id)]);
    expect([...taken.taken, ...taken.refused]).toEqual([head.id]);
    const waiting = (await waitingEntries(cache.reader)).map((entry) => entry.id);
    expect(waiting).toEqual([excused.id, unrelated.id, withdrawn.id]);
    await take(cache, [handedOver(excused.id), handedOver(withdrawn.id)]);
    expect(await kept(cache, excused.id)).toMatchObject({ handedOver: 1, chainHead: head.id });
    expect(await waitingEntries(cache.reader)).toHaveLength(1);
  });

  test('is one thing to see for the person, however many hung on it', async () => {
    const { cache, head, excused } = await deskWithChain();
    await take(cache, [handedOver(head.id), handedOver(excused.id)]);
    expect((await attention(cache)).filter((entry) => entry.chainHead === null)).toHaveLength(1);
  });
});

describe('answers', () => {
  test('to entries that are not here change nothing', async () => {
    const { cache } = await deskWithChain();
    const before = await contentOfCache(cache);
    await take(cache, [refusal('0198c0de-0000-7000-8000-000000000001')]);
    expect(await attention(cache)).toEqual([]);
    expect(await contentOfCache(cache)).toEqual(before);
  });

  test('R04: given twice have no second effect', async () => {
    const { cache, head } = await deskWithChain();
    const answers = [agreement(head.id)];
    await take(cache, answers);
    const once = await waitingEntries(cache.reader);
    await take(cache, answers);
    expect(await waitingEntries(cache.reader)).toEqual(once);
  });

  test('"later" leaves an entry where it is', async () => {
    const { cache, head } = await deskWithChain();
    await take(cache, [{ id: head.id, status: 'later' }]);
    expect((await waitingEntries(cache.reader))[0]).toMatchObject({ id: head.id, state: 'pending' });
  });
});

describe('settled entries', () => {
  test('are kept for 30 days, to be sent again', async () => {
    const { cache, head } = await deskWithChain();
    await cache.write(async (tx) => {
      const gone = await moveToSentLog(tx, [head.id, 'unknown'], MORNING_MS);
      await rebase(tx, officeAuthor, new Set(), gone, async () => undefined);
    });
    const sent = () => cache.reader.selectFrom('sentEntry').select('id').execute();
    expect(await sent()).toEqual([{ id: head.id }]);
    const day = 86_400_000;
    await cache.write((tx) => trimSentLog(tx, MORNING_MS + SENT_LOG_DAYS * day));
    expect(await sent()).toEqual([{ id: head.id }]);
    await cache.write((tx) => trimSentLog(tx, MORNING_MS + (SENT_LOG_DAYS + 1) * day));
    expect(await sent()).toEqual([]);
  });
});
