import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { generateDemoSchools } from '../../../resources/demo/generate.ts';
import { listAbsences } from '../../../src-main/core/absences/list.ts';
import { cacheMigrations } from '../../../src-main/core/database/cache-migrations.ts';
import { migrate } from '../../../src-main/core/database/migrate.ts';
import { createRowWriter } from '../../../src-main/core/database/row-writer.ts';
import { readKnownAbsences } from '../../../src-main/core/desk/known-absences.ts';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import { ColumnNames } from '../../../src-shared/tables/column-names.ts';
import { type DomainReader, type DomainTables, tableNames } from '../../../src-shared/tables/registry.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { aViewpoint } from '../../support/answers.ts';
import { TUESDAY } from '../../support/builders/school.ts';

/** A demo school in memory that keeps the SQL it is asked. */
async function openListening(profile: 'small' | 'large') {
  const raw = new Database(':memory:');
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<DomainTables>({
    dialect: new SqliteDialect({ database: raw }),
    plugins: [new ColumnNames()],
    log: ({ query }) => void asked.push(query),
  });
  await migrate(raw, cacheMigrations);
  const writer = createRowWriter(raw);
  const [school] = generateDemoSchools(profile, { today: TUESDAY, nowTime: '08:14' });
  raw.transaction(() => {
    for (const table of tableNames) for (const row of school?.rows[table] ?? []) writer.put(table, row);
  })();
  asked.length = 0;
  const plan = (one: (typeof asked)[number]): string =>
    raw
      .prepare<unknown[], { detail: string }>(`explain query plan ${one.sql}`)
      .all(...one.parameters)
      .map(({ detail }) => detail)
      .join('; ');
  return { db: db as never as DomainReader, asked, plan, close: () => db.destroy() };
}

/** An answer, and how SQLite looks for what it needs: `table: plan` for each question. */
async function answerAndPlans<T>(profile: 'small' | 'large', ask: (db: DomainReader) => Promise<T>) {
  const school = await openListening(profile);
  const answer = await ask(school.db);
  const plans = school.asked.map((one) => `${/from "(\w+)"/.exec(one.sql)?.[1]}: ${school.plan(one)}`);
  await school.close();
  return { answer, plans };
}

async function askOffice(profile: 'small' | 'large') {
  const viewpoint = aViewpoint({ day: TUESDAY });
  const { answer, plans } = await answerAndPlans(profile, (db) => todayOffice(db, viewpoint));
  return { students: answer.students, plans };
}

test('Heute asks as many questions of 1,500 children as of 240, and scans no table that grows with the years', async () => {
  const [small, large] = [await askOffice('small'), await askOffice('large')];
  expect([small.students, large.students]).toEqual([240, 1500]);
  expect(large.plans).toHaveLength(small.plans.length);
  expect(large.plans.length).toBeLessThanOrEqual(30);
  const growing =
    /\b(absence|absence_report|report_event|absence_mark|roll_call|roll_call_mark|contact_attempt)\b/;
  expect(
    large.plans.filter((plan) => /SCAN/.test(plan.replace(/SCAN json_each/g, '')) && growing.test(plan)),
  ).toEqual([]);
});

test.each([
  ['of lately by their last day', addDays(TUESDAY, -14), 'absence_by_until_day'],
  ['of a year ago by their first day', addDays(TUESDAY, -364), 'absence_by_from_day_until_day'],
])('absences %s are found, and their reports by their absence', async (_which, fromDay, index) => {
  const range = { fromDay, untilDay: addDays(fromDay, 14), classId: null, studentId: null };
  const all = { reason: null, excuse: null, onlyOverdue: false, withWithdrawn: false };
  const { answer, plans } = await answerAndPlans('small', (db) =>
    listAbsences(db, TUESDAY, { ...range, ...all }),
  );
  expect(answer.lines.length).toBeGreaterThan(10);
  expect(plans.find((plan) => plan.startsWith('absence:'))).toContain(index);
  expect(plans.find((plan) => plan.startsWith('absence_report:'))).toContain('absence_report_by_absence_id');
});

test('the phone desk finds the reports of an absence by it and those that wait by their state, at each key', async () => {
  const { answer, plans } = await answerAndPlans('small', async (db) => {
    const absent = await db
      .selectFrom('absence')
      .select('studentId')
      .where('fromDay', '=', TUESDAY)
      .execute();
    const ids = absent.map(({ studentId }) => studentId);
    return readKnownAbsences(db, aViewpoint({ day: TUESDAY }), ids, TUESDAY);
  });
  expect(answer.size).toBeGreaterThan(5);
  expect(plans.filter((plan) => plan.startsWith('absence_report:'))).toEqual([
    expect.stringContaining('absence_report_by_absence_id'),
    expect.stringContaining('absence_report_by_state'),
  ]);
});
