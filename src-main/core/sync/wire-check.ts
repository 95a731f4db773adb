import { z } from 'zod';
import {
  type Delta,
  deltaSchema,
  type FirstPullLine,
  firstPullLineSchema,
  type PullResponse,
  resyncSchema,
  type StreamFrame,
  streamFrameSchema,
  type WireRows,
} from '../../../src-shared/sync/protocol.ts';
import type { Column } from '../../../src-shared/tables/column.ts';
import { isTableName, type TableName, tables } from '../../../src-shared/tables/registry.ts';
import type { Cell } from '../database/row-writer.ts';
import { ServerFault } from './server-transport.ts';

type RowCheck = (row: unknown) => row is Cell[];

/** One check per table, made once: as many cells as columns, each of its column's type. */
const rowChecks = new Map<TableName, RowCheck>();

function checkOf(table: TableName): RowCheck {
  let check = rowChecks.get(table);
  if (!check) {
    const columns: readonly Column<unknown>[] = Object.values(tables[table].columns);
    const kinds = columns.map((column) => column.kind);
    const nullable = columns.map((column) => column.nullable);
    check = (row): row is Cell[] =>
      Array.isArray(row) &&
      row.length === kinds.length &&
      row.every((cell: unknown, at) =>
        cell === null
          ? nullable[at]
          : kinds[at] === 'text'
            ? typeof cell === 'string'
            : Number.isSafeInteger(cell),
      );
    rowChecks.set(table, check);
  }
  return check;
}

function isRows(table: TableName, rows: unknown): rows is Cell[][] {
  return Array.isArray(rows) && rows.every(checkOf(table));
}

const looseRows = z.record(z.string(), z.unknown());
const looseDelta = deltaSchema.extend({ rows: looseRows });
const loosePull = z.discriminatedUnion('kind', [looseDelta, resyncSchema]);

function unreadable(what: string): ServerFault {
  return new ServerFault('otherServer', `unreadable ${what}`);
}

function checkedDelta(loose: z.output<typeof looseDelta>): Delta {
  const rows: WireRows = {};
  for (const [table, found] of Object.entries(loose.rows)) {
    if (!isTableName(table) || !isRows(table, found)) throw unreadable('rows');
    rows[table] = found;
  }
  return { ...loose, rows };
}

/** A pull's answer. @throws {ServerFault} `otherServer` when it is not in the protocol's form */
export function checkedPull(answer: unknown): PullResponse {
  const parsed = loosePull.safeParse(answer);
  if (!parsed.success) throw unreadable('pull');
  return parsed.data.kind === 'delta' ? checkedDelta(parsed.data) : parsed.data;
}

/** A frame of the stream. @throws {ServerFault} */
export function checkedFrame(frame: unknown): StreamFrame {
  if (isRecord(frame) && frame.kind === 'delta') return checkedPull(frame);
  const parsed = streamFrameSchema.safeParse(frame);
  if (!parsed.success) throw unreadable('frame');
  return parsed.data;
}

/** A line of a first pull; rows are checked by type, not by zod: there are a hundred thousand of them. @throws {ServerFault} */
export function checkedLine(line: unknown): FirstPullLine {
  if (!isRecord(line) || line.kind !== 'rows') {
    const parsed = firstPullLineSchema.safeParse(line);
    if (!parsed.success) throw unreadable('line');
    return parsed.data;
  }
  const { table, rows, resume } = line;
  if (typeof table !== 'string' || !isTableName(table) || !isRows(table, rows)) throw unreadable('rows');
  if (typeof resume !== 'string' || resume.length === 0) throw unreadable('resume');
  return { kind: 'rows', table, rows, resume };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
