import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cache } from '../../../../src-main/core/database/cache.ts';
import { writeMeta } from '../../../../src-main/core/database/cache-meta.ts';
import { ChangeSet } from '../../../../src-main/core/database/change-set.ts';
import { openDatabase } from '../../../../src-main/core/database/open-database.ts';
import { createStudentIndex } from '../../../../src-main/core/search/student-index.ts';
import { applyDelta } from '../../../../src-main/core/sync/apply-delta.ts';
import { expireGrants, holdGrant } from '../../../../src-main/core/sync/grants.ts';
import { createSearchFeed } from '../../../../src-main/core/sync/search-feed.ts';
import type { Delta, Grant } from '../../../../src-shared/sync/protocol.ts';
import { anAbsence } from '../../../support/builders/absences.ts';
import { MONDAY, TUESDAY } from '../../../support/builders/school.ts';
import {
  aGuardian,
  aGuardianship,
  aPhone,
  aStudent,
  aStudentDetail,
} from '../../../support/builders/students.ts';
import {
  contentOfCache,
  officeAuthor,
  openDeskCache,
  rowsOf,
  seedCache,
} from '../../../support/desk/desk-cache.ts';

const emptyDelta: Delta = {
  kind: 'delta',
  from: 'a',
  to: 'b',
  ended: [],
  began: [],
  removed: {},
  rows: {},
  settles: [],
};

/** Two children with a mother each, everything visible by grants for each child. */
async function twoFamilies() {
  const cache = await openDeskCache();
  const family = (name: string) => {
    const student = aStudent({ familyName: name });
    const guardian = aGuardian({ familyName: name });
    return {
      student,
      guardian,
      studentDetail: aStudentDetail({ id: student.id }),
      guardianship: aGuardianship({ studentId: student.id, guardianId: guardian.id }),
      guardianContact: aPhone({ guardianId: guardian.id }),
      absence: anAbsence({ studentId: student.id, remark: `XHEALTHX-${name}` }),
    };
  };
  const [own, other] = [family('Eigenmann'), family('Fremdling')];
  await seedCache(cache, own);
  await seedCache(cache, other);
  await cache.write((tx) => writeMeta(tx.db, 'cursor', 'a'));
  for (const { student, guardian } of [own, other]) {
    await hold(cache, { facet: 'student.absence', rootId: student.id, untilDay: MONDAY });
    await hold(cache, { facet: 'student.core', rootId: student.id, untilDay: null });
    await hold(cache, { facet: 'guardian.name', rootId: guardian.id, untilDay: null });
  }
  return { cache, own, other };
}

const hold = (cache: Cache, grant: Grant) => cache.write((tx) => holdGrant(tx, grant));
const apply = (cache: Cache, delta: Partial<Delta>) =>
  cache.write((tx) => applyDelta(tx, officeAuthor, { ...emptyDelta, ...delta }));

/** Whether a text stands anywhere in a cache: in the decrypted pages, freed ones included, or in the files. */
async function isInFiles(cache: Cache, text: string): Promise<boolean> {
  await cache.checkpoint();
  const raw = openDatabase(cache.file, { readOnly: true });
  const pages = raw.serialize();
  raw.close();
  const folder = dirname(cache.file.path);
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return [pages, ...files].some((content) => content.includes(text));
}

describe('S15: a right that ends', () => {
  test('takes its rows, and only those of its root and facet', async () => {
    const { cache, own, other } = await twoFamilies();
    await apply(cache, { ended: [{ facet: 'student.absence', rootId: other.student.id }] });
    expect((await rowsOf(cache, 'absence')).map((row) => row.studentId)).toEqual([own.student.id]);
    expect(await rowsOf(cache, 'studentDetail')).toHaveLength(2);
  });

  test('takes rows that join it to another root', async () => {
    const { cache, own, other } = await twoFamilies();
    await apply(cache, { ended: [{ facet: 'guardian.name', rootId: other.guardian.id }] });
    expect((await rowsOf(cache, 'guardianship')).map((row) => row.id)).toEqual([own.guardianship.id]);
    expect((await rowsOf(cache, 'guardian')).map((row) => row.id)).toEqual([own.guardian.id]);
  });

  test('for all roots leaves those that another right still gives', async () => {
    const { cache, own } = await twoFamilies();
    await hold(cache, { facet: 'student.absence', rootId: '*', untilDay: null });
    await apply(cache, { ended: [{ facet: 'student.absence', rootId: '*' }] });
    expect(await rowsOf(cache, 'absence')).toHaveLength(2);
    await apply(cache, { from: 'b', ended: [{ facet: 'student.absence', rootId: own.student.id }] });
    expect(await rowsOf(cache, 'absence')).toHaveLength(1);
  });

  test('for one root changes nothing while a right to all is held', async () => {
    const { cache, own } = await twoFamilies();
    await hold(cache, { facet: 'student.absence', rootId: '*', untilDay: null });
    await apply(cache, { ended: [{ facet: 'student.absence', rootId: own.student.id }] });
    expect(await rowsOf(cache, 'absence')).toHaveLength(2);
  });

  test('I5, P08: leaves no trace in the file, and none in the search', async () => {
    const { cache, other } = await twoFamilies();
    const search = createStudentIndex();
    const feed = createSearchFeed(cache, search, () => '2026-11-24');
    cache.onCommit((changes) => void feed.update(changes));
    await feed.fill();
    expect(search.search('Fremdling')).toHaveLength(1);
    expect(await isInFiles(cache, 'XHEALTHX-Fremdling')).toBe(true);

    const facets = ['student.absence', 'student.core', 'student.name', 'student.contact'] as const;
    const ended = facets.map((facet) => ({ facet, rootId: other.student.id }));
    const ofGuardian = (['guardian.name', 'guardian.contact'] as const).map((facet) => ({
      facet,
      rootId: other.guardian.id,
    }));
    await apply(cache, { ended: [...ended, ...ofGuardian] });
    await feed.update(new ChangeSet()); // waits for the one that the commit has begun
    expect(search.search('Fremdling')).toEqual([]);
    expect(await isInFiles(cache, 'Fremdling')).toBe(false);
    expect(await isInFiles(cache, other.guardianContact.id)).toBe(false);
  });

  test('takes along what one’s own settled and refused entries said about the child', async () => {
    const { cache, own, other } = await twoFamilies();
    const entry = (id: string, rootId: string) => ({
      id,
      name: 'absences.correct',
      args: JSON.stringify({ studentId: rootId, fields: { remark: `XTYPEDX-${rootId}` } }),
      occurredAt: officeAuthor.session.school.id,
      roots: JSON.stringify([rootId]),
    });
    await cache.write(async (tx) => {
      for (const { student } of [own, other]) {
        const sent = {
          ...entry(`sent ${student.id}`, student.id),
          position: student.id === own.student.id ? 1 : 2,
        };
        await tx.db
          .insertInto('sentEntry')
          .values({ ...sent, dependsOn: '[]', settledAt: MONDAY })
          .execute();
        const refused = { ...entry(`refused ${student.id}`, student.id), reason: 'forbidden' as const };
        await tx.db
          .insertInto('refusedEntry')
          .values({ ...refused, refusedAt: MONDAY, chainHead: null })
          .execute();
      }
    });
    await apply(cache, { ended: [{ facet: 'student.absence', rootId: other.student.id }] });
    const sent = await cache.reader.selectFrom('sentEntry').select('id').execute();
    expect(sent).toEqual([{ id: `sent ${own.student.id}` }]);
    const refused = await cache.reader.selectFrom('refusedEntry').select(['id', 'args']).execute();
    expect(refused.find((one) => one.id === `refused ${other.student.id}`)?.args).toBe('{}');
    expect(await isInFiles(cache, `XTYPEDX-${other.student.id}`)).toBe(false);
    expect(await isInFiles(cache, `XTYPEDX-${own.student.id}`)).toBe(true);
  });
});

describe('a right that begins', () => {
  test('replaces what the cache holds of it', async () => {
    const { cache, own } = await twoFamilies();
    const began: Grant[] = [{ facet: 'student.absence', rootId: own.student.id, untilDay: null }];
    await apply(cache, { began });
    expect((await rowsOf(cache, 'absence')).map((row) => row.studentId)).not.toContain(own.student.id);
    const [held] = await cache.reader
      .selectFrom('heldGrant')
      .selectAll()
      .where('rootId', '=', own.student.id)
      .where('facet', '=', 'student.absence')
      .execute();
    expect(held).toMatchObject({ untilDay: null, expired: 0 });
  });
});

describe('S11: a right with a last day', () => {
  test('holds on that day and is taken away on the next, without the server', async () => {
    const { cache } = await twoFamilies();
    const before = await contentOfCache(cache);
    expect(await cache.write((tx) => expireGrants(tx, officeAuthor, MONDAY))).toBe(0);
    expect(await contentOfCache(cache)).toEqual(before);
    expect(await cache.write((tx) => expireGrants(tx, officeAuthor, TUESDAY))).toBe(2);
    expect(await rowsOf(cache, 'absence')).toEqual([]);
    expect(await rowsOf(cache, 'student')).toHaveLength(2);
  });

  test('is taken away once', async () => {
    const { cache } = await twoFamilies();
    await cache.write((tx) => expireGrants(tx, officeAuthor, TUESDAY));
    expect(await cache.write((tx) => expireGrants(tx, officeAuthor, TUESDAY))).toBe(0);
  });
});
