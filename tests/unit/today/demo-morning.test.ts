import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateDemoSchools } from '../../../resources/demo/generate.ts';
import { listAbsences } from '../../../src-main/core/absences/list.ts';
import { evacuationList } from '../../../src-main/core/paper-sheets/class-sheets.ts';
import { officeList } from '../../../src-main/core/paper-sheets/office-list.ts';
import { readSheetSource } from '../../../src-main/core/paper-sheets/sheet-source.ts';
import { todayClass } from '../../../src-main/core/today/class.ts';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import { headcount } from '../../../src-shared/paper/paper-rules.ts';
import { staffRoomCopy } from '../../../src-shared/paper/staff-room-copy.ts';
import { tableNames } from '../../../src-shared/tables/registry.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { TUESDAY } from '../../support/builders/school.ts';
import type { SeedRow } from '../../support/builders/seed-row.ts';
import { openTestCache, type TestCache } from '../../support/cache.ts';

let cache: TestCache;
beforeAll(async () => {
  cache = await openTestCache();
  const [school] = generateDemoSchools('small', { today: TUESDAY, nowTime: '08:14' });
  for (const table of tableNames) {
    // The generator's lists hold rows of the table they stand under.
    const rows = (school?.rows[table] ?? []).map((row) => ({ table, row })) as unknown as SeedRow[];
    await cache.seed(...rows);
  }
});
afterAll(() => cache.close());

const viewpoint = aViewpoint({ day: TUESDAY, time: '08:14' });
const office = async () => asContract('today.office', await todayOffice(cache.db, viewpoint));

describe('the morning of the demo school', () => {
  test('stands as it is told: 240 children, 3 unexplained, 4 reports, 1 message, 9 of 12 classes', async () => {
    const answer = await office();
    expect(answer).toMatchObject({ students: 240, unexplained: 3 });
    expect(answer.openCases).toHaveLength(3);
    expect(answer.openCases.filter((one) => one.kind === 'announcedLate')).toHaveLength(1);
    expect(answer.reports).toHaveLength(4);
    expect(answer.messages).toHaveLength(1);
    expect(answer.messages[0]?.callers).not.toEqual([]);
    expect(answer.classes.filter((tile) => tile.reported)).toHaveLength(9);
  });

  test('every figure is the length of its list, in the school and in each class', async () => {
    const answer = await office();
    expect(answer.absentStudents).toHaveLength(answer.absent);
    for (const tile of answer.classes) {
      const absent = answer.absentStudents.filter((one) => one.className === tile.name);
      expect(absent).toHaveLength(tile.absent);
      expect(absent.filter((one) => one.state === 'unexplained')).toHaveLength(tile.unexplained);
      const { lines } = await todayClass(cache.db, viewpoint, tile.classId);
      expect(lines).toHaveLength(tile.students);
      expect(lines.filter((line) => line.unexplained)).toHaveLength(tile.unexplained);
    }
  });

  test('the sheets say the same as the screen', async () => {
    const answer = await office();
    const source = await readSheetSource(cache.db, viewpoint, TUESDAY);
    const counts = headcount(evacuationList(source).classes.flatMap((one) => one.students));
    expect(counts).toMatchObject({ total: 240, unexplained: 3 });
    expect(counts.reported + counts.comesLater + counts.unexplained).toBe(answer.absent);
    const list = await officeList(cache.db, source);
    expect(list.openCases).toHaveLength(3);
    expect(list.rows.filter((row) => row.toReview)).toHaveLength(
      answer.absentStudents.filter((one) => one.toCheck).length,
    );
    expect(staffRoomCopy(list).rows).toHaveLength(list.rows.length + 3);
  });

  test('each absence of today stands in the list of today', async () => {
    const all = {
      classId: null,
      studentId: null,
      reason: null,
      excuse: null,
      onlyOverdue: false,
      withWithdrawn: false,
    };
    const args = { fromDay: TUESDAY, untilDay: TUESDAY, ...all };
    const { lines } = asContract('absences.list', await listAbsences(cache.db, TUESDAY, args));
    const listed = new Set(lines.map((line) => line.studentId));
    const explained = (await office()).absentStudents.filter(
      (one) => one.state === 'reported' && !one.toCheck,
    );
    expect(explained.filter((one) => !listed.has(one.studentId))).toEqual([]);
  });
});
