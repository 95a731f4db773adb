import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../support/processes/demo-server.ts';
import { startApp } from '../support/processes/desk-app.ts';
import type { DeskLine } from '../support/processes/desk-line.ts';
import { Program } from '../support/processes/program.ts';
import { auditedEffects } from '../support/processes/server-records.ts';
import { sickNote, unreportedChildren } from '../support/processes/sick-notes.ts';
import { canMount, mountSmallDisk } from '../support/processes/small-disk.ts';
import { Stage } from '../support/processes/stage.ts';

/** One sentence, no stack: what a person may be shown. */
function expectOneSentence(output: string, pattern: RegExp): void {
  expect(output.trim()).toMatch(pattern);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).not.toMatch(/\n\s+at |node:internal|Error:/);
}

describe('What can go wrong around an app', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.end());

  it('the server of another school gets nothing, is named as such, and the own one everything', async () => {
    const own = await stage.server();
    const office = await stage.desk(own, 'yildiz');
    const line = await office.openLine();
    await line.synchronous();
    const [child] = await unreportedChildren(line, ['1a'], 1);
    await own.kill();
    const note = sickNote(child?.studentId ?? '');
    await line.get('absences.record', note);

    const other = await stage.server({ port: own.port });
    await line.get('sync.now', {});
    await line.until('session.state', {}, ({ server }) => server.reachable);
    expect(await line.get('sync.state', {})).toMatchObject({ state: 'offline', pending: 1 });
    const person = { userName: 'yildiz', password: DEMO_PASSWORD };
    expect(await line.get('session.signIn', person)).toEqual({ status: 'refused', reason: 'otherSchool' });
    expect(auditedEffects(other.data, 'absences.record')).toEqual([]);

    await other.kill();
    await own.restart();
    expect(await line.get('session.signIn', person)).toEqual({ status: 'signedIn' });
    await line.synchronous();
    expect(auditedEffects(own.data, 'absences.record').map(({ reportIds }) => reportIds)).toEqual([
      [note.reportId],
    ]);
  });

  it('a port in use: one sentence, and status 1', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    try {
      const address = squatter.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      const data = join(stage.folder, 'desk');
      const app = stage.keep(startApp({ server: 'http://127.0.0.1:9', data, port }));
      expect(await app.ended()).toBe(1);
      expectOneSentence(app.output, new RegExp(`^Port ${port} is already in use`));
    } finally {
      squatter.close();
    }
  });

  it('what a person gets wrong when starting it: one sentence each, and nothing of it is remembered', async () => {
    const passwordFile = '/no/such/file';
    const here = ['--server', 'https://127.0.0.1:9'];
    const noFolder = join(stage.folder, 'a-file');
    writeFileSync(noFolder, 'no certificate');
    const starts: [string[], RegExp][] = [
      [['--server', 'http://127.0.0.1:9', '--sign-in', 'yildiz'], /--sign-in and --password-file/],
      [['--sign-in', 'yildiz', '--password-file', passwordFile], /which server/],
      [['--server', 'nonsense'], /begins with https:/],
      [['--server', 'htps://schule.example'], /begins with https:/],
      [['--server', 'http://schule.example'], /has no encryption/],
      [[...here, '--ca', '/no/such/ca.pem'], /can't be read/],
      [[...here, '--ca', noFolder], /holds no certificate \(PEM\)/],
      [[...here, '--data', noFolder], /can't be written; choose another with --data/],
      [[...here, '--data', join(noFolder, 'below')], /can't be written/],
      [[], /which server/],
      [['--colour', 'red'], /--colour/],
      [
        ['--server', 'http://127.0.0.1:9', '--sign-in', 'yildiz', '--password-file', passwordFile],
        /can't be read/,
      ],
    ];
    const always = ['src-main/hosts/browser/main.mjs', '--data', join(stage.folder, 'desk'), '--no-open'];
    for (const [args, sentence] of starts) {
      const app = stage.keep(new Program([...always, ...args]));
      expect(await app.ended()).toBe(1);
      expectOneSentence(app.output, sentence);
    }
  });

  it('another Node than ours: status 78 and a sentence instead of a crash (R30)', async () => {
    // An older Node is played by our own: only its word for its Node-API is changed before the app starts.
    const preload = join(stage.folder, 'older-node.mjs');
    writeFileSync(
      preload,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '9', node: '20.20.2' } });\n`,
    );
    const args = ['--import', preload, 'src-main/hosts/browser/main.mjs', '--no-open'];
    const app = stage.keep(new Program(args));
    expect(await app.ended()).toBe(78);
    expectOneSentence(app.output, /^Postmappe needs Node 24, but was started with Node 20\.20\.2\./);
  });

  it('a Node that can’t read types, as older ones can’t: the same sentence, before anything is loaded (R30)', async () => {
    const app = stage.keep(new Program(['--no-strip-types', 'src-main/hosts/browser/main.mjs', '--no-open']));
    expect(await app.ended()).toBe(78);
    expectOneSentence(app.output, /^Postmappe needs Node 24, but was started with Node /);
  });

  /** Takes calls until one is refused. @returns how many were taken */
  async function takeUntilRefused(line: DeskLine, studentIds: readonly string[]): Promise<number> {
    for (const [index, studentId] of studentIds.entries()) {
      const answer = await line.ask('absences.record', sickNote(studentId, { remark: 'x'.repeat(400) }));
      if (answer.ok) continue;
      expect(answer).toMatchObject({ kind: 'unavailable', reason: 'noSpace' });
      return index;
    }
    throw new Error('There was room for all of them.');
  }

  it.runIf(canMount())(
    'no space left: refused visibly, nothing lost, on it goes with room (R10)',
    async () => {
      const server = await stage.server();
      const disk = stage.keep(mountSmallDisk('24m'));
      const office = await stage.desk(server, 'yildiz', { data: join(disk.folder, 'desk') });
      const line = await office.openLine();
      await line.synchronous();
      const children = await unreportedChildren(line, ['1a', '1b', '2a'], 40);
      const ids = children.map(({ studentId }) => studentId);
      await server.kill();
      disk.fill();
      const taken = await takeUntilRefused(line, ids);
      expect((await line.get('sync.entries', {})).pending).toHaveLength(taken);
      expect((await line.get('desk.searchStudents', { query: 'mueller 3b' })).hits).not.toHaveLength(0);

      disk.free();
      await line.get('absences.record', sickNote(ids[taken] ?? ''));
      await server.restart();
      await line.synchronous();
      expect(auditedEffects(server.data, 'absences.record')).toHaveLength(taken + 1);
    },
  );

  it.runIf(canMount())('no space at the start: one sentence, and it starts when there is (R10)', async () => {
    const disk = stage.keep(mountSmallDisk('4m'));
    disk.fill();
    const options = { server: 'http://127.0.0.1:9', data: join(disk.folder, 'desk') };
    const app = stage.keep(startApp(options));
    expect(await app.ended()).toBe(1);
    expectOneSentence(app.output, /no space left for the folder/);
    disk.free();
    await stage.keep(startApp(options)).line(/^Postmappe: http/);
  });

  it.runIf(canMount())(
    'no space before the first sign-in: a plain refusal, and the way on is free (R10)',
    async () => {
      const server = await stage.server();
      const disk = stage.keep(mountSmallDisk('24m'));
      const office = await stage.desk(server, null, { data: join(disk.folder, 'desk') });
      const line = await office.openLine();
      // A window opens before the core has laid out its own files; once it answers, they are there.
      await line.get('session.state', {});
      disk.fill();
      const person = { userName: 'yildiz', password: DEMO_PASSWORD };
      expect(await line.get('session.signIn', person)).toEqual({ status: 'refused', reason: 'noSpace' });
      disk.free();
      expect(await line.get('session.signIn', person)).toEqual({ status: 'signedIn' });
      await line.synchronous();
    },
  );
});
