import type { ServerParts } from '../../src-server/http/parts.ts';
import type { Session } from '../../src-server/sync/session.ts';
import type { Facet } from '../../src-shared/rights/facets.ts';
import {
  type Delta,
  firstPullLineSchema,
  type Grant,
  pullResponseSchema,
  type StreamFrame,
  streamFrameSchema,
} from '../../src-shared/sync/protocol.ts';
import { isTableName, type TableName, tableNames, tables } from '../../src-shared/tables/registry.ts';
import { type HeldRows, named, type WireCell } from './rights-oracle.ts';

/** Told of each row and each removed id that reaches a client, before it is applied. */
export interface Watcher {
  readonly row: (table: TableName, row: readonly WireCell[]) => void;
  readonly removed: (table: TableName, id: string) => void;
}

const nobody: Watcher = { row: () => undefined, removed: () => undefined };

/**
 * A client reduced to the protocol: it holds rows, a cursor and grants, and does with them what the protocol
 * says, nothing more. Everything passes through JSON and the wire's own schemas.
 */
export class ThinClient {
  readonly session: Session;
  readonly rows: HeldRows = new Map();
  readonly settled = new Set<string>();
  grants: Grant[] = [];
  cursor = '';
  watcher: Watcher = nobody;
  /** Frames received and not yet looked at. */
  readonly inbox: StreamFrame[] = [];
  readonly #parts: ServerParts;
  #leave: () => void = () => undefined;

  constructor(parts: ServerParts, session: Session) {
    this.#parts = parts;
    this.session = session;
  }

  /** A first pull from the beginning to its end. */
  async firstPull(): Promise<this> {
    this.rows.clear();
    for await (const line of this.#parts.sync.firstPull(this.session, null)) this.take(line);
    return this;
  }

  /** One line of a first pull. */
  take(raw: unknown): void {
    const line = firstPullLineSchema.parse(overTheWire(raw));
    if (line.kind === 'rows') for (const row of line.rows) this.#put(line.table, row);
    if (line.kind !== 'end') return;
    this.cursor = line.cursor;
    this.grants = line.grants;
  }

  /** Pulls from the cursor until the answer joins it; begins anew when told to. */
  async pull(): Promise<'pulled' | 'resync'> {
    const answer = await this.ask();
    if (answer.kind === 'resync') {
      await this.firstPull();
      return 'resync';
    }
    this.apply(answer);
    return 'pulled';
  }

  /** What a pull from the cursor answers. */
  async ask() {
    return pullResponseSchema.parse(overTheWire(await this.#parts.sync.pull(this.session, this.cursor)));
  }

  /** Applies a delta that joins the cursor; false for one that does not. */
  apply(delta: Delta): boolean {
    if (delta.from !== this.cursor) return false;
    for (const { facet, rootId } of delta.ended) this.#empty(facet, rootId, true);
    for (const { facet, rootId } of delta.began) this.#empty(facet, rootId, false);
    this.#grant(delta);
    for (const [table, ids] of Object.entries(delta.removed)) {
      if (isTableName(table)) for (const id of ids) this.#remove(table, id);
    }
    for (const [table, rows] of Object.entries(delta.rows)) {
      if (isTableName(table)) for (const row of rows) this.#put(table, row);
    }
    for (const id of delta.settles) this.settled.add(id);
    this.cursor = delta.to;
    return true;
  }

  /** Opens the stream; frames wait in the inbox. */
  async listen(): Promise<void> {
    const send = (frame: StreamFrame) => void this.inbox.push(streamFrameSchema.parse(overTheWire(frame)));
    this.#leave = await this.#parts.sync.subscribe(this.session, this.cursor, send);
  }

  /** Closes the stream; what is in the inbox is lost, as with a cut cable. */
  hangUp(): void {
    this.#leave();
    this.inbox.length = 0;
  }

  /**
   * Looks at all frames received: applies what joins, pulls where there is a gap or a poke.
   * @param late the pull comes only after all frames were looked at, as when its answer is slow.
   */
  async readInbox(late = false): Promise<void> {
    let behind = false;
    for (let frame = this.inbox.shift(); frame; frame = this.inbox.shift()) {
      if (frame.kind === 'signedOut' || (frame.kind === 'delta' && this.apply(frame))) continue;
      behind = true;
      if (!late) await this.pull();
    }
    if (late && behind) await this.pull();
  }

  /** True when the client holds a row. */
  holds(table: TableName, id: string): boolean {
    return this.rows.get(table)?.has(id) ?? false;
  }

  /** A row the client holds, by column. */
  row(table: TableName, id: string): Record<string, WireCell> | undefined {
    const found = this.rows.get(table)?.get(id);
    return found && named(table, found);
  }

  #put(table: TableName, row: readonly WireCell[]): void {
    this.watcher.row(table, row);
    const rows = this.rows.get(table) ?? new Map<string, readonly WireCell[]>();
    this.rows.set(table, rows);
    rows.set(String(row[0]), row);
  }

  #remove(table: TableName, id: string): void {
    this.watcher.removed(table, id);
    this.rows.get(table)?.delete(id);
  }

  #grant({ ended, began }: Delta): void {
    const same = (one: { facet: Facet; rootId: string }) => (other: { facet: Facet; rootId: string }) =>
      one.facet === other.facet && one.rootId === other.rootId;
    this.grants = this.grants.filter((grant) => !ended.some(same(grant)) && !began.some(same(grant)));
    this.grants.push(...began);
  }

  /** Takes away what hangs on a root; with `joined` also rows that join it to another. */
  #empty(facet: Facet, rootId: string, joined: boolean): void {
    for (const table of tableNames) {
      const description: {
        facet: Facet;
        rootColumn: string | null;
        secondRoot?: { facet: Facet; column: string };
      } = tables[table];
      const columns = description.facet === facet ? [description.rootColumn ?? 'id'] : [];
      if (joined && description.secondRoot?.facet === facet) columns.push(description.secondRoot.column);
      for (const [id, row] of this.rows.get(table) ?? []) {
        const values = named(table, row);
        if (columns.some((column) => rootId === '*' || values[column] === rootId))
          this.rows.get(table)?.delete(id);
      }
    }
  }
}

function overTheWire(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
