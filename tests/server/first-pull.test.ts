import { describe, expect, it } from 'vitest';
import { isInStep, recentRows } from '../../src-shared/sync/first-pull-steps.ts';
import type { FirstPullLine } from '../../src-shared/sync/protocol.ts';
import { columnNames, type TableName, tableNames, tables } from '../../src-shared/tables/registry.ts';
import { aReport, aWaitingReport } from '../support/builders/absences.ts';
import type { FoundedSchool, StaffName } from '../support/founded-school.ts';
import { plainRows, visibleRowsOf } from '../support/rights-oracle.ts';
import { engines } from '../support/test-database.ts';
import { useServer } from '../support/test-server.ts';
import { ThinClient } from '../support/thin-client.ts';

/** Five school days before the tests' 24 November. */
const SINCE = '2026-11-17';

const everybody: readonly StaffName[] = [
  'office',
  'principal',
  'teacherA',
  'teacherB',
  'substitute',
  'administrator',
];

describe.each(engines)('a first pull on %s', (engine) => {
  const server = useServer(engine);

  it.each(everybody)('brings %s all they may see, and nothing else', async (who) => {
    const school = await server().newSchool();
    const client = await new ThinClient(server().parts, school.session(who)).firstPull();
    expect(plainRows(client.rows)).toEqual(plainRows(await visibleRowsOf(server().parts, client.session)));
    expect((await client.ask()).kind).toBe('delta');
  });

  it('holds something of every table for the principal, so that these tests look at all of them', async () => {
    const school = await server().newSchool();
    const client = await new ThinClient(server().parts, school.session('principal')).firstPull();
    const empty = tableNames.filter((table) => (client.rows.get(table)?.size ?? 0) === 0);
    // Parked calls are each person's own; the principal has none.
    expect(empty).toEqual(['parkedCall', 'savedView']);
  });

  it('brings what the morning needs first, and says when it is there', async () => {
    const school = await server().newSchool();
    const lines = await linesOf(school, 'office');
    const morningAt = lines.findIndex((line) => line.kind === 'morning');
    const later = lines.filter((line, index) => line.kind === 'rows' && index > morningAt);
    const first = lines.filter((line, index) => line.kind === 'rows' && index < morningAt);
    expect(first.every((line) => line.kind === 'rows' && tables[line.table].morning !== false)).toBe(true);
    expect(later.some((line) => line.kind === 'rows' && tables[line.table].morning === true)).toBe(false);
    expect(lines[0]).toMatchObject({ kind: 'begin', resumed: false });
    expect(lines.at(-1)?.kind).toBe('end');
  });

  it('parts tables with years of rows by what is still of the morning', async () => {
    const school = await server().newSchool();
    await fillTardiness(school, 500);
    const longAgo = { studentId: school.students.a1, fromDay: '2026-03-02', untilDay: '2026-03-03' };
    const reports = [aReport(longAgo), aWaitingReport(longAgo), aReport({ ...longAgo, untilDay: null })];
    await server()
      .parts.db.insertInto('absenceReport')
      .values(reports.map((row) => ({ ...row, schoolId: school.schoolId, revision: 1 })))
      .execute();
    const lines = await linesOf(school, 'principal');
    const morningAt = lines.findIndex((line) => line.kind === 'morning');
    const misplaced = lines.flatMap((line, index) => {
      if (line.kind !== 'rows' || !recentRows(line.table)) return [];
      const step = { table: line.table, part: index < morningAt ? 'recent' : 'earlier' } as const;
      return line.rows.map((cells) => rowOf(line.table, cells)).filter((row) => !isInStep(step, row, SINCE));
    });
    expect(misplaced).toEqual([]);
    const idsOf = (part: readonly FirstPullLine[]) =>
      part.flatMap((line) =>
        line.kind === 'rows' && line.table === 'absenceReport' ? line.rows.map(([id]) => id) : [],
      );
    const [over, waiting, endless] = reports.map(({ id }) => id);
    expect(idsOf(lines.slice(0, morningAt))).toEqual(expect.arrayContaining([waiting, endless]));
    expect(idsOf(lines.slice(morningAt))).toContain(over);
  });

  it('announces as many rows as it brings to somebody who sees all', async () => {
    const school = await server().newSchool();
    const lines = await linesOf(school, 'principal');
    const [begin] = lines;
    const rows = lines.flatMap((line) => (line.kind === 'rows' ? line.rows : []));
    expect(begin?.kind === 'begin' && begin.total).toBe(rows.length);
  });

  it('goes on behind any line and gives the same rows, none twice (R27)', async () => {
    const school = await server().newSchool();
    const whole = await linesOf(school, 'substitute');
    const stops = whole.flatMap((line, index) => (line.kind === 'rows' ? [index] : []));
    for (const stop of stops) {
      const before = whole.slice(0, stop + 1);
      const last = before.at(-1);
      const after = await linesOf(school, 'substitute', last?.kind === 'rows' ? last.resume : null);
      expect(after[0]).toMatchObject({ kind: 'begin', resumed: true });
      expect(rowKeys([...before, ...after])).toEqual(rowKeys(whole));
    }
  });

  it('comes in pages, also through a resume in the middle of a table', async () => {
    const school = await server().newSchool();
    await fillTardiness(school, 2_500);
    const lines = await linesOf(school, 'office');
    const pages = lines.filter((line) => line.kind === 'rows' && line.table === 'tardiness');
    expect(pages.map((line) => (line.kind === 'rows' ? line.rows.length : 0))).toEqual([1, 1000, 1000, 500]);
    // The one of today comes with the morning; the resume lies among those of long ago.
    const [today, page] = pages;
    const rest = await linesOf(school, 'office', page?.kind === 'rows' ? page.resume : null);
    const found = rowKeys([...(today ? [today] : []), ...(page ? [page] : []), ...rest]).filter((key) =>
      key.startsWith('tardiness'),
    );
    expect(found).toEqual(rowKeys(pages));
  });

  it('meets what changes under it: the first delta closes the gap', async () => {
    const school = await server().newSchool();
    await fillTardiness(school, 1_500);
    const { parts } = server();
    const client = new ThinClient(parts, school.session('teacherA'));
    let lines = 0;
    for await (const line of parts.sync.firstPull(client.session, null)) {
      client.take(line);
      lines += 1;
      const changes = [
        () => school.act('office', 'absences.record', school.record(school.students.a1)),
        () => school.act('office', 'calls.park', { callId: school.newId(), label: 'x', draft: {} }),
        () => moveChild(school, school.students.b1, '1a'),
        () => moveChild(school, school.students.a2, '3c'),
      ];
      await changes[lines % changes.length]?.();
    }
    await client.pull();
    expect(plainRows(client.rows)).toEqual(plainRows(await visibleRowsOf(parts, client.session)));
  });

  it('stops sending a child that leaves the class under way (I4)', async () => {
    const school = await server().newSchool();
    const { parts } = server();
    const client = new ThinClient(parts, school.session('teacherA'));
    const seen: string[] = [];
    for await (const line of parts.sync.firstPull(client.session, null)) {
      if (line.kind === 'morning') await moveChild(school, school.students.a1, '3c');
      // Everybody may know a child's name, and which other id it once had.
      if (
        line.kind === 'rows' &&
        tables[line.table].morning === false &&
        tables[line.table].facet !== 'student.name'
      )
        seen.push(...line.rows.map((row) => JSON.stringify(row)));
      client.take(line);
    }
    const presenceAside = seen.filter((row) => row.includes(school.students.a1));
    // Of a child of another class only "fehlt" remains: id, child, days, span, time.
    expect(presenceAside.every((row) => JSON.parse(row).length === 6)).toBe(true);
    await client.pull();
    expect(client.holds('studentDetail', school.students.a1)).toBe(false);
  });

  it('begins anew with a resume that is of another person, another history, or nonsense', async () => {
    const school = await server().newSchool();
    const [, line] = await linesOf(school, 'office');
    const resume = line?.kind === 'rows' ? line.resume : '';
    for (const stale of [resume, 'nonsense', `${resume}x`]) {
      const lines = await linesOf(school, 'secondOffice', stale);
      expect(lines[0]).toMatchObject({ kind: 'begin', resumed: false });
    }
    const { feedHash } = await restoredHash(school);
    expect((await linesOf(school, 'office', resume))[0]).toMatchObject({ resumed: false });
    expect(feedHash).not.toBe('');
  });

  async function linesOf(
    school: FoundedSchool,
    who: StaffName,
    resume: string | null = null,
  ): Promise<FirstPullLine[]> {
    const lines: FirstPullLine[] = [];
    for await (const line of server().parts.sync.firstPull(school.session(who), resume)) lines.push(line);
    return lines;
  }

  async function fillTardiness(school: FoundedSchool, count: number): Promise<void> {
    const base = {
      schoolId: school.schoolId,
      revision: 1,
      studentId: school.students.a1,
      day: '2026-11-01',
      minutes: 1,
      excuse: 'open' as const,
      recordedAt: '2026-11-01T07:00:00.000Z',
      recordedBy: school.staff.office,
    };
    for (let start = 0; start < count; start += 500) {
      const rows = Array.from({ length: 500 }, () => ({ ...base, id: school.newId() }));
      await server().parts.db.insertInto('tardiness').values(rows).execute();
    }
  }

  /** Makes the school's head another history, as a copied-back file would (R17). */
  async function restoredHash(school: FoundedSchool) {
    const feedHash = 'of another history';
    const { db } = server().parts;
    await db.updateTable('school').set({ feedHash }).where('id', '=', school.schoolId).execute();
    await db.updateTable('feed').set({ hash: feedHash }).where('schoolId', '=', school.schoolId).execute();
    return { feedHash };
  }
});

async function moveChild(school: FoundedSchool, studentId: string, className: string): Promise<void> {
  const steps = [{ kind: 'moveStudent' as const, studentId, className }];
  const answer = await school.act('office', 'roster.apply', {
    importId: school.newId(),
    part: 1,
    parts: 1,
    steps,
  });
  expect(answer.status).toBe('applied');
}

function rowOf(table: TableName, cells: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(columnNames(table).map((column, at) => [column, cells[at]]));
}

function rowKeys(lines: readonly FirstPullLine[]): string[] {
  const keys = lines.flatMap((line) =>
    line.kind === 'rows' ? line.rows.map((row) => `${line.table satisfies TableName} ${row[0]}`) : [],
  );
  return keys.sort();
}
