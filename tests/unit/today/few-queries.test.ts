import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { generateDemoSchools } from '../../../resources/demo/generate.ts';
import { cacheMigrations } from '../../../src-main/core/database/cache-migrations.ts';
import { createRowWriter } from '../../../src-main/core/database/row-writer.ts';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import { type DomainReader, type DomainTables, tableNames } from '../../../src-shared/tables/registry.ts';
import { aViewpoint } from '../../support/answers.ts';
import { TUESDAY } from '../../support/builders/school.ts';

/** A demo school in memory that keeps the SQL it is asked. */
async function openListening(profile: 'small' | 'large') {
  const raw = new Database(':memory:');
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<DomainTables>({
    dialect: new SqliteDialect({ database: raw }),
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => void asked.push(query),
  });
  for (const step of cacheMigrations) await step.up(db as Kysely<unknown>); // the tables they make are these
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

async function askOffice(profile: 'small' | 'large') {
  const school = await openListening(profile);
  const answer = await todayOffice(school.db, aViewpoint({ day: TUESDAY }));
  const plans = school.asked.map((one) => `${/from "(\w+)"/.exec(one.sql)?.[1]}: ${school.plan(one)}`);
  await school.close();
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
