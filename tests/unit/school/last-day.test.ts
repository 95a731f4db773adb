import { describe, expect, test } from 'vitest';
import { readCurrentRoster } from '../../../src-main/core/roster/read-current.ts';
import { lastsOn } from '../../../src-shared/school/last-day.ts';
import { FRIDAY_BEFORE, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { aStudent } from '../../support/builders/students.ts';
import { openDesk } from '../../support/desk/desk.ts';
import { FakeServer } from '../../support/desk/fake-server.ts';
import { ModelSchool } from '../../support/desk/model-school.ts';

const HOUR_MS = 3_600_000;

describe('what ends with a last day', () => {
  test.each([
    [null, MONDAY, true],
    [MONDAY, FRIDAY_BEFORE, true],
    [MONDAY, MONDAY, true],
    [MONDAY, TUESDAY, false],
  ])('and has %s as such, on %s: %s', (lastDay, day, expected) => {
    expect(lastsOn(lastDay, day)).toBe(expected);
  });
});

describe('a child whose last day is today', () => {
  const leaving = aStudent({ givenName: 'Levke', familyName: 'Harms', leftOn: MONDAY });

  test('is found at the phone desk until midnight, and then no more, though the app stays open', async () => {
    const desk = await openDesk({ server: new FakeServer(await ModelSchool.open({ student: leaving })) });
    await desk.signIn();
    const found = async () => (await desk.get('desk.searchStudents', { query: 'levke' })).hits.length;
    expect(await found()).toBe(1);
    desk.clock.advance(16 * HOUR_MS);
    await expect.poll(found).toBe(1);
    desk.clock.advance(HOUR_MS);
    await expect.poll(found).toBe(0);
  });

  test('is at the school for an import on that day, about to leave; on the next day it has left', async () => {
    const { db } = (await ModelSchool.open({ student: leaving })).db;
    const [onMonday] = (await readCurrentRoster(db, MONDAY)).students;
    expect(onMonday).toMatchObject({ leftOn: null, isLeaving: true });
    const [onTuesday] = (await readCurrentRoster(db, TUESDAY)).students;
    expect(onTuesday).toMatchObject({ leftOn: MONDAY, isLeaving: false });
  });
});
