import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../support/processes/demo-server.ts';
import type { DeskApp } from '../support/processes/desk-app.ts';
import type { DeskLine } from '../support/processes/desk-line.ts';
import { auditedEffects } from '../support/processes/server-records.ts';
import { sickNote, unreportedChildren } from '../support/processes/sick-notes.ts';
import { Stage } from '../support/processes/stage.ts';

/** Changes bytes in the middle of a file, `share` of the way through it. */
function flip(path: string, share: number, count = 16): void {
  const file = openSync(path, 'r+');
  try {
    const at = Math.floor((fstatSync(file).size - count) * share);
    const bytes = Buffer.alloc(count);
    readSync(file, bytes, 0, count, at);
    writeSync(
      file,
      bytes.map((byte) => byte ^ 0xff),
      0,
      count,
      at,
    );
  } finally {
    closeSync(file);
  }
}

function blank(path: string): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(fstatSync(file).size));
  closeSync(file);
}

interface Damage {
  readonly what: string;
  readonly mutate: (path: string) => void;
  /** Whether the app must say that it rebuilt the cache; damage nobody reads may go unnoticed for now. */
  readonly noticed: boolean;
}

const damages: Damage[] = [
  { what: 'its first page', mutate: (path) => flip(path, 0), noticed: true },
  { what: 'a page at 7 %', mutate: (path) => flip(path, 0.07), noticed: false },
  { what: 'a page at 31 %', mutate: (path) => flip(path, 0.31), noticed: false },
  { what: 'a page at 64 %', mutate: (path) => flip(path, 0.64), noticed: false },
  { what: 'its last page', mutate: (path) => flip(path, 1), noticed: false },
  { what: 'its log', mutate: (path) => flip(`${path}-wal`, 0.5), noticed: false },
  { what: 'the log, which is missing', mutate: (path) => rmSync(`${path}-wal`), noticed: false },
  { what: 'the half that is cut off', mutate: (path) => halve(path), noticed: true },
  { what: 'all of it: no bytes are left', mutate: (path) => truncateSync(path), noticed: true },
  { what: 'all of it: only zeros are left', mutate: blank, noticed: true },
  { what: 'all of it: the file is gone', mutate: (path) => rmSync(path), noticed: true },
];

function halve(path: string): void {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  closeSync(file);
  truncateSync(path, Math.floor(size / 2));
}

describe('A damaged cache (R14)', () => {
  const stage = new Stage();
  let server: DemoServer;
  let office: DeskApp;
  let line: DeskLine;
  beforeAll(async () => {
    server = await stage.server();
    office = await stage.desk(server, 'yildiz');
    line = await office.openLine();
    await line.synchronous();
  });
  afterAll(() => stage.end());

  function cacheFile(): string {
    const folder = join(office.data, 'desk');
    const name = readdirSync(folder).find((file) => /^cache-[0-9a-f-]+\.db$/.test(file));
    return join(folder, name ?? 'no cache');
  }

  it.each(damages)(
    'is made anew, and what was not sent is sent: damaged is $what',
    async ({ mutate, noticed }) => {
      const [child] = await unreportedChildren(line, ['1a', '1b', '2a', '4a'], 1);
      const note = sickNote(child?.studentId ?? '');
      await server.kill();
      await line.get('absences.record', note);
      await office.kill();
      mutate(cacheFile());
      await office.restart();
      line = await office.openLine();
      const state = await line.get('session.state', {});
      expect(['ready', 'firstSync']).toContain(state.phase);
      // An earlier entry whose acknowledgement the kill swallowed is rescued with it; the server takes it once.
      if (noticed) expect(state.rescue?.rescued).toBeGreaterThanOrEqual(1);

      await server.restart();
      await line.until('sync.state', {}, (now) => now.state === 'synchronous' && now.pending === 0);
      const list = { fromDay: note.fromDay, untilDay: note.fromDay, studentId: note.studentId };
      await line.until('absences.list', list, ({ lines }) => lines.length === 1);
      const { hits } = await line.get('desk.searchStudents', { query: 'mueller 3b' });
      expect(hits[0]).toMatchObject({ familyName: 'Müller', className: '3b' });
      const effects = auditedEffects(server.data, 'absences.record');
      expect(effects.filter(({ reportIds }) => reportIds.includes(note.reportId))).toHaveLength(1);
    },
  );
});
