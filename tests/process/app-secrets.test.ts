import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD, type DemoServer } from '../support/processes/demo-server.ts';
import type { DeskApp } from '../support/processes/desk-app.ts';
import { sickNote, unreportedChildren } from '../support/processes/sick-notes.ts';
import { Stage } from '../support/processes/stage.ts';

/** Stands in each field a person can type into; no file and no line may show it. */
const CANARY = 'XKANARIENVOGELX';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** The encodings a careless program might leave a text in. */
function holds(bytes: Buffer, text: string): boolean {
  return [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64')),
  ].some((needle) => bytes.includes(needle.subarray(0, needle.length - 2)));
}

describe('A stolen PC (S29, S30)', () => {
  const stage = new Stage();
  let server: DemoServer;
  let office: DeskApp;
  /** Names that are in the cache, and everything that was typed. */
  let secrets: string[] = [];
  beforeAll(async () => {
    server = await stage.server();
    const downtimeFolder = join(stage.folder, 'downtime');
    office = await stage.desk(server, 'yildiz', { downtimeFolder });
    const line = await office.openLine();
    await line.synchronous();
    const [sent, kept, draft] = await unreportedChildren(line, ['1b', '2c'], 3);
    const typed = { remark: `${CANARY} Fieber`, callbackNumber: '05042 987654321', reporterName: CANARY };
    await line.get('absences.record', sickNote(sent?.studentId ?? '', typed));
    await line.synchronous();
    await server.stop();
    await line.get('absences.record', sickNote(kept?.studentId ?? '', typed));
    const note = `${CANARY} ruft zurück`;
    await line.get('desk.keepDraft', {
      callId: null,
      draft: { query: CANARY, note, studentId: draft?.studentId ?? null },
    });
    await line.get('desk.searchStudents', { query: `${CANARY} mueller` });
    await line.ask('session.signIn', { userName: CANARY, password: CANARY });
    secrets = [CANARY, 'Dumitrașcu', 'Wiśniewska', 'Papakonstantinou', '987654321', DEMO_PASSWORD];
    await office.kill();
  });
  afterAll(() => stage.end());

  it('no file of the profile shows a name, a reason, what was typed, or the password', () => {
    const files = filesIn(office.data);
    expect(files.map((path) => path.replace(/.*cache-.*\.db$/, 'cache.db'))).toContain('cache.db');
    const shown = files.flatMap((path) => {
      const bytes = readFileSync(path);
      return secrets.filter((text) => holds(bytes, text)).map((text) => `${path} shows ${text}`);
    });
    expect(shown).toEqual([]);
  });

  it("neither the files' names nor what app and server print say anything about a child", () => {
    const names = filesIn(office.data).join('\n');
    // The demo's server prints its people's password; nothing else may.
    const unspoken = secrets.filter((text) => text !== DEMO_PASSWORD);
    expect(office.output).not.toContain(DEMO_PASSWORD);
    for (const text of [...unspoken, 'Müller', 'Yıldız'])
      for (const said of [names, office.output, server.output]) expect(said).not.toContain(text);
  });

  it('without the password the cache stays shut, also with all other files of the profile', async () => {
    await office.restart({ as: undefined });
    const line = await office.openLine();
    const wrong = { userName: 'yildiz', password: `${DEMO_PASSWORD}!` };
    expect(await line.get('session.signIn', wrong)).toEqual({ status: 'refused', reason: 'wrongPassword' });
    expect(await line.ask('today.office', {})).toMatchObject({ ok: false, kind: 'unavailable' });
    const right = { userName: 'yildiz', password: DEMO_PASSWORD };
    expect(await line.get('session.signIn', right)).toEqual({ status: 'signedIn' });
    expect((await line.get('desk.workingDraft', {})).draft?.query).toBe(CANARY);
  });
});
