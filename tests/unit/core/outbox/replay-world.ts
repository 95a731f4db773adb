import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cache, openCache } from '../../../../src-main/core/database/cache.ts';
import { writeMeta } from '../../../../src-main/core/database/cache-meta.ts';
import { OperationFailure } from '../../../../src-main/core/dispatch/operation-failure.ts';
import { pendingEntries } from '../../../../src-main/core/outbox/outbox-store.ts';
import { appliedEntries, takeAnswers } from '../../../../src-main/core/outbox/settle.ts';
import { submit } from '../../../../src-main/core/outbox/submit.ts';
import { applyDelta } from '../../../../src-main/core/sync/apply-delta.ts';
import { type Change, put, remove } from '../../../../src-shared/contract/command.ts';
import type { Answer } from '../../../../src-shared/sync/protocol.ts';
import type { Row } from '../../../../src-shared/tables/registry.ts';
import { aCall } from '../../../support/builders/absences.ts';
import { anId } from '../../../support/builders/ids.ts';
import { at, MONDAY, TUESDAY } from '../../../support/builders/school.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { contentOf } from '../../../support/cache.ts';
import {
  contentOfCache,
  MORNING_MS,
  office,
  officeAuthor,
  seedCache,
} from '../../../support/desk/desk-cache.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';

/** A desk and a server with three children, without anything in between: tests decide what gets through. */
export interface ReplayWorld {
  readonly cache: Cache;
  submitSomething(n: number): Promise<void>;
  push(count: number, options: { answerLost: boolean; refusals: number }): Promise<void>;
  pull(): Promise<void>;
  otherDeskActs(n: number): Promise<void>;
  rowIsRemoved(n: number): Promise<void>;
  /** A right ends in one delta and begins again in the next. */
  rightEndsAndReturns(n: number): Promise<void>;
  settleEverything(): Promise<void>;
  deskContent(): Promise<unknown>;
  serverContent(): Promise<unknown>;
  leftovers(): Promise<{ outbox: number; beforeImages: number }>;
  /** Entries that are neither settled nor shown as refused. */
  unaccounted(): Promise<string[]>;
  close(): Promise<void>;
}

export async function createReplayWorld(): Promise<ReplayWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-test-'));
  const cache = await openCache({ path: join(folder, 'cache.db'), key: randomBytes(32) });
  const student = [aStudent(), aStudent({ givenName: 'Mia' }), aStudent({ givenName: 'Ole' })];
  const school = await ModelSchool.open({ student });
  await seedCache(cache, { student });
  await cache.write((tx) => writeMeta(tx.db, 'cursor', school.cursor));
  const world = new World(cache, school, student);
  return Object.assign(world, {
    close: async () => {
      await cache.close();
      await school.db.close();
      rmSync(folder, { recursive: true });
    },
  });
}

class World {
  readonly cache: Cache;
  readonly #school: ModelSchool;
  readonly #students: readonly Row<'student'>[];
  readonly #taken: string[] = [];

  constructor(cache: Cache, school: ModelSchool, students: readonly Row<'student'>[]) {
    this.cache = cache;
    this.#school = school;
    this.#students = students;
  }

  async submitSomething(n: number): Promise<void> {
    const studentId = this.#student(n).id;
    const absence = await this.#some(n, 'absence');
    const report = await this.#some(n, 'absenceReport');
    const ofAbsence = { absenceId: absence?.id ?? anId(), studentId: absence?.studentId ?? studentId };
    const call = await this.cache.reader.selectFrom('parkedCall').select('id').executeTakeFirst();
    const choices: [string, unknown][] = [
      ['absences.record', aCall({ studentId, remark: `call ${n}`, untilDay: n % 2 ? MONDAY : TUESDAY })],
      ['absences.record', aCall({ studentId: this.#student(n + 1).id })],
      ['absences.correct', { ...ofAbsence, fields: { remark: `corrected ${n}` } }],
      ['absences.excuse', { ...ofAbsence, excuse: n % 2 ? 'excused' : 'unexcused' }],
      [
        'absences.withdrawReport',
        { reportId: report?.id ?? anId(), studentId: report?.studentId ?? studentId },
      ],
      ['calls.park', { callId: call?.id ?? anId(), label: `parked ${n}`, draft: { query: 'yil' } }],
      ['calls.discard', { callId: call?.id ?? anId() }],
      [
        'absences.recordTardiness',
        { tardinessId: anId(), studentId, day: MONDAY, minutes: 1 + (n % 60), excused: true },
      ],
    ];
    const [name, args] = choices[n % choices.length] ?? ['', {}];
    const clock = { nowMs: () => MORNING_MS, after: () => () => undefined };
    try {
      const tools = { cache: this.cache, session: () => office, clock, randomBytes };
      this.#taken.push((await submit(tools, name, args)).entry.id);
    } catch (error) {
      if (!(error instanceof OperationFailure)) throw error;
    }
  }

  async push(
    count: number,
    { answerLost, refusals }: { answerLost: boolean; refusals: number },
  ): Promise<void> {
    const answers: Answer[] = [];
    for (const [index, entry] of (await pendingEntries(this.cache.reader, count)).entries()) {
      const refusal = index === refusals ? ('changedMeanwhile' as const) : undefined;
      answers.push(await this.#school.decide({ ...entry, dependsOn: [...entry.dependsOn] }, refusal));
    }
    if (!answerLost) await this.cache.write((tx) => takeAnswers(tx, officeAuthor, answers));
  }

  async pull(): Promise<void> {
    const agreed = await this.cache.write((tx) => appliedEntries(tx));
    const meta = await this.cache.reader
      .selectFrom('cacheMeta')
      .select('value')
      .where('key', '=', 'cursor')
      .executeTakeFirstOrThrow();
    const delta = this.#school.since(JSON.parse(meta.value));
    if (!delta) return;
    const settles = [...new Set([...delta.settles, ...agreed])];
    await this.cache.write((tx) => applyDelta(tx, officeAuthor, { ...delta, settles }));
  }

  async otherDeskActs(n: number): Promise<void> {
    const entry = (name: string, args: unknown) => ({
      id: anId(),
      name,
      args,
      occurredAt: at('07:41'),
      dependsOn: [],
    });
    const absences = await this.#school.db.rows('absence');
    const absence = absences[n % Math.max(1, absences.length)];
    if (absence && n % 3 === 0) {
      const args = { absenceId: absence.id, studentId: absence.studentId, fields: { remark: `there ${n}` } };
      await this.#school.decide(entry('absences.correct', args));
    } else await this.#school.decide(entry('absences.record', aCall({ studentId: this.#student(n).id })));
  }

  async rowIsRemoved(n: number): Promise<void> {
    const reports = await this.#school.db.rows('absenceReport');
    const report = reports[n % Math.max(1, reports.length)];
    if (report) await this.#school.change([remove('absenceReport', report.id, report.studentId)]);
    const [call] = await this.#school.db.rows('parkedCall');
    if (call) await this.#school.change([remove('parkedCall', call.id, call.staffId)]);
  }

  async rightEndsAndReturns(n: number): Promise<void> {
    const rootId = this.#student(n).id;
    const facet = 'student.absence' as const;
    await this.#school.change([], { ended: [{ facet, rootId }] });
    if (n % 2) await this.pull();
    const rows = await this.#absenceRowsOf(rootId);
    await this.#school.change(rows, { began: [{ facet, rootId, untilDay: null }] });
    if (n % 2 === 0) await this.pull();
  }

  async #absenceRowsOf(studentId: string): Promise<Change[]> {
    const { db } = this.#school;
    const own = <Of extends { studentId: string }>(rows: Of[]) =>
      rows.filter((row) => row.studentId === studentId);
    return [
      ...own(await db.rows('absence')).map((row) => put('absence', row)),
      ...own(await db.rows('absenceReport')).map((row) => put('absenceReport', row)),
      ...own(await db.rows('absenceEvent')).map((row) => put('absenceEvent', row)),
      ...own(await db.rows('absenceAlias')).map((row) => put('absenceAlias', row)),
      ...own(await db.rows('tardiness')).map((row) => put('tardiness', row)),
    ];
  }

  async settleEverything(): Promise<void> {
    for (let round = 0; round < 100; round += 1) {
      await this.push(1000, { answerLost: false, refusals: -1 });
      await this.pull();
      const { outbox } = await this.leftovers();
      if (outbox === 0) return;
    }
  }

  deskContent = () => contentOfCache(this.cache);
  serverContent = () => contentOf(this.#school.db);

  async leftovers(): Promise<{ outbox: number; beforeImages: number }> {
    const outbox = await this.cache.reader.selectFrom('outboxEntry').select('id').execute();
    const images = await this.cache.reader.selectFrom('beforeImage').select('entryId').execute();
    return { outbox: outbox.length, beforeImages: images.length };
  }

  async unaccounted(): Promise<string[]> {
    const refused = await this.cache.reader.selectFrom('refusedEntry').select('id').execute();
    const shown = new Set(refused.map((entry) => entry.id));
    return this.#taken.filter((id) => this.#school.answers.get(id)?.status !== 'applied' && !shown.has(id));
  }

  #student(n: number): Row<'student'> {
    const student = this.#students[n % this.#students.length];
    if (!student) throw new Error('There are students.');
    return student;
  }

  /** A row as the desk sees it now. */
  async #some(n: number, table: 'absence' | 'absenceReport') {
    const rows = await this.cache.reader
      .selectFrom(table)
      .select(['id', 'studentId'])
      .orderBy('id')
      .execute();
    return rows[n % Math.max(1, rows.length)];
  }
}
