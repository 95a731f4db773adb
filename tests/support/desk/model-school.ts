import type { SignedIn } from '../../../src-main/core/dispatch/context.ts';
import { ruleContext } from '../../../src-main/core/outbox/run-rule.ts';
import type { Change, RefusalReason } from '../../../src-shared/contract/command.ts';
import { readyCommand } from '../../../src-shared/contract/ready-command.ts';
import {
  firstLaterStep,
  firstPullSteps,
  isInStep,
  morningSince,
} from '../../../src-shared/sync/first-pull-steps.ts';
import type {
  Answer,
  Delta,
  Entry,
  FirstPullLine,
  Grant,
  WireRows,
} from '../../../src-shared/sync/protocol.ts';
import { columnNames, type TableName } from '../../../src-shared/tables/registry.ts';
import { inTimeZone } from '../../../src-shared/values/day.ts';
import type { SeedRows } from '../builders/seed.ts';
import { seed } from '../builders/seed.ts';
import { openTestCache, type TestCache } from '../cache.ts';
import { MORNING_MS, office } from './desk-cache.ts';

interface Step {
  readonly changes: readonly Change[];
  readonly ended: Delta['ended'];
  readonly began: Delta['began'];
  readonly entryId: string | undefined;
}

type WireRow = (string | number | null)[];

/** What a school's server knows, in memory: rows, history, answers. The rules are the real ones. */
export class ModelSchool {
  readonly db: TestCache;
  readonly people: SignedIn['person'][] = [office.person];
  /** Raised when the server was restored from a backup: earlier cursors mean nothing to it. */
  epoch = 1;
  /** False: an interrupted first pull has to begin anew. */
  mayResume = true;
  onDelta: (delta: Delta) => void = () => {};
  readonly answers = new Map<string, Answer>();
  #steps: Step[] = [];

  private constructor(db: TestCache) {
    this.db = db;
  }

  static async open(rows: SeedRows = {}): Promise<ModelSchool> {
    const school = new ModelSchool(await openTestCache());
    await seed(school.db, rows);
    return school;
  }

  get cursor(): string {
    return this.#cursorAt(this.#steps.length);
  }

  personNamed(userName: string): SignedIn['person'] {
    return this.people.find((person) => person.userName === userName) ?? office.person;
  }

  /** Decides an entry as the server does: once, then always the same answer. */
  async decide(entry: Entry, refusal?: RefusalReason): Promise<Answer> {
    const known = this.answers.get(entry.id);
    if (known) return known;
    const answer = await this.#run(entry, refusal);
    if (answer.status !== 'later') this.answers.set(entry.id, answer);
    return answer;
  }

  /** Something changes without this desk: another desk, an import, rights that move. */
  async change(
    changes: readonly Change[],
    grants: Partial<Pick<Step, 'ended' | 'began'>> = {},
  ): Promise<void> {
    await this.db.apply(changes);
    this.#add({ changes, ended: [], began: [], entryId: undefined, ...grants });
  }

  /** A backup of `cursor` was put back: what came later is forgotten. Rows are the caller's business. */
  restore(answersKept: ReadonlySet<string>): void {
    this.epoch += 1;
    this.#steps = [];
    for (const id of [...this.answers.keys()]) if (!answersKept.has(id)) this.answers.delete(id);
  }

  /** The way from a cursor to now, or undefined when it is unknown. */
  since(cursor: string): Delta | undefined {
    const [epoch, from] = cursor.split('.').map(Number);
    if (epoch !== this.epoch || from === undefined || from > this.#steps.length) return undefined;
    return this.#delta(from, this.#steps.length);
  }

  async *firstPull(asked: string | null, grants: readonly Grant[]): AsyncGenerator<FirstPullLine> {
    const resume = this.mayResume ? asked : null;
    const done = resume === null ? 0 : Number(resume.slice('line '.length)) + 1;
    const lines = await this.#lines();
    const rest = lines.slice(done);
    const total = lines.reduce((sum, line) => sum + line.rows.length, 0);
    yield { kind: 'begin', total, resumed: done > 0 };
    let wasMorning = resume === null || lines[done - 1]?.morning === true;
    for (const [at, { table, rows, morning }] of rest.entries()) {
      if (wasMorning && !morning) yield { kind: 'morning' };
      wasMorning = morning;
      yield { kind: 'rows', table, rows, resume: `line ${done + at}` };
    }
    if (wasMorning) yield { kind: 'morning' };
    yield { kind: 'end', cursor: this.cursor, grants: [...grants] };
  }

  async #run(entry: Entry, refusal: RefusalReason | undefined): Promise<Answer> {
    const { id } = entry;
    const before = entry.dependsOn.map((other) => this.answers.get(other));
    if (before.includes(undefined)) return { id, status: 'later' };
    if (before.some((answer) => answer?.status === 'refused'))
      return { id, status: 'refused', reason: 'dependencyRefused' };
    const command = readyCommand(entry.name, entry.args);
    if (refusal || !command || !('rule' in command))
      return { id, status: 'refused', reason: refusal ?? 'invalidArguments' };
    const outcome = await command.rule(
      ruleContext(this.db.db, entry, { session: office, nowMs: MORNING_MS }),
    );
    if (outcome.kind === 'refused') return { id, status: 'refused', reason: outcome.reason };
    await this.db.apply(outcome.changes);
    this.#add({ changes: outcome.changes, ended: [], began: [], entryId: id });
    return { id, status: 'applied', result: outcome.result };
  }

  #add(step: Step): void {
    this.#steps.push(step);
    this.onDelta(this.#delta(this.#steps.length - 1, this.#steps.length));
  }

  #delta(from: number, to: number): Delta {
    const steps = this.#steps.slice(from, to);
    const newest = new Map<string, Change>();
    for (const change of steps.flatMap((step) => step.changes)) {
      newest.set(`${change.table} ${change.kind === 'put' ? change.row.id : change.id}`, change);
    }
    const rows: WireRows = {};
    const removed: Delta['removed'] = {};
    for (const change of newest.values()) {
      const { table } = change;
      if (change.kind === 'put') rows[table] = [...(rows[table] ?? []), wireRow(table, change.row)];
      else removed[table] = [...(removed[table] ?? []), change.id];
    }
    return {
      kind: 'delta',
      from: this.#cursorAt(from),
      to: this.#cursorAt(to),
      ended: steps.flatMap((step) => step.ended),
      began: steps.flatMap((step) => step.began),
      removed,
      rows,
      settles: steps.flatMap((step) => step.entryId ?? []),
    };
  }

  async #lines(): Promise<{ table: TableName; rows: WireRow[]; morning: boolean }[]> {
    const lines = [];
    const since = morningSince(inTimeZone(MORNING_MS, office.school.timeZone).day, []);
    for (const [index, step] of firstPullSteps.entries()) {
      const { table } = step;
      const found = (await this.db.rows(table)).filter((row) => isInStep(step, row, since));
      const rows = found.map((row) => wireRow(table, row));
      for (let at = 0; at < rows.length; at += 3) {
        lines.push({ table, rows: rows.slice(at, at + 3), morning: index < firstLaterStep });
      }
    }
    return lines;
  }

  #cursorAt(step: number): string {
    return `${this.epoch}.${step}`;
  }
}

/** A row as it goes over the wire. */
export function wireRow(table: TableName, row: object): WireRow {
  const cells = new Map<string, string | number | null>(Object.entries(row));
  return columnNames(table).map((column) => cells.get(column) ?? null);
}
