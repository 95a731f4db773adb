import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selfSigned } from '../support/certificates.ts';
import { setUpBody } from '../support/fixtures/http-requests.ts';
import { canMount, mountSmallDisk } from '../support/processes/small-disk.ts';
import { newFolder, oldNode, runServerToEnd, runToEnd, startServer } from '../support/server-process.ts';

/** One plain sentence or two; no stack, no code of ours. */
function expectPlain(output: string): void {
  expect(output).not.toMatch(/^\s+at |node:internal|\.ts:\d+|Error:/m);
  expect(output.trim().split('\n').length).toBeLessThanOrEqual(2);
}

describe('the server as a process', () => {
  let folder: ReturnType<typeof newFolder>;
  beforeEach(() => {
    folder = newFolder();
  });
  afterEach(() => folder.remove());

  it('sets a school up, ends cleanly with SIGTERM and SIGINT, and has it again', async () => {
    const first = await startServer('--data', folder.path);
    const token = /works once:\n\s+(\S+)/.exec(first.output())?.[1] ?? '';
    expect(first.output()).toContain(`${first.url}/set-up`);
    const founded = await fetch(`${first.url}/set-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(setUpBody(token)),
    });
    expect(founded.status).toBe(201);
    expect(await first.kill('SIGTERM')).toMatchObject({ status: 0, signal: null });
    const second = await startServer('--data', folder.path);
    expect(second.output()).not.toContain('set-up');
    expect(await (await fetch(`${second.url}/sync/identity`)).json()).toMatchObject({ setUp: true });
    expect(await second.kill('SIGINT')).toMatchObject({ status: 0, signal: null });
    expect(statSync(join(folder.path, 'database.key')).mode & 0o077).toBe(0);
    expect(statSync(folder.path).mode & 0o077).toBe(0);
    expect(readFileSync(join(folder.path, 'school.db')).includes('Lindenbach')).toBe(false);
  });

  it('refuses a second server on the same folder, and lets one in when the first is gone (R24)', async () => {
    const first = await startServer('--data', folder.path);
    const second = await runServerToEnd('--data', folder.path, '--port', '0');
    expect(second.status).toBe(1);
    expect(second.output).toContain('Another server is already running on');
    expectPlain(second.output);
    // However it ends: the system frees the lock.
    await first.kill('SIGKILL');
    const third = await startServer('--data', folder.path);
    await third.kill('SIGTERM');
  });

  it('says so when the port is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const ended = await runServerToEnd('--data', folder.path, '--port', String(port));
    taken.close();
    expect([ended.status, ended.output.includes(`Port ${port} is in use`)]).toEqual([1, true]);
    expectPlain(ended.output);
  });

  it('says so when the key file is missing, empty or another one', async () => {
    await (await startServer('--data', folder.path)).kill('SIGTERM');
    const key = join(folder.path, 'database.key');
    const right = readFileSync(key, 'utf8');
    for (const [content, words] of [
      [undefined, 'is missing'],
      ['', 'does not hold a key'],
      [`${'0'.repeat(64)}\n`, "can't be read with this key"],
    ] as const) {
      rmSync(key);
      if (content !== undefined) writeFileSync(key, content);
      const ended = await runServerToEnd('--data', folder.path, '--port', '0');
      expect([ended.status, ended.output.includes(words)], ended.output).toEqual([1, true]);
      expectPlain(ended.output);
      if (content === undefined) writeFileSync(key, '');
    }
    writeFileSync(key, right);
    await (await startServer('--data', folder.path)).kill('SIGTERM');
  });

  it.runIf(canMount())('says so when there is no space left, and starts when there is (R10)', async () => {
    const disk = mountSmallDisk('6m');
    const data = join(disk.folder, 'data');
    disk.fill();
    try {
      const full = await runServerToEnd('--data', data, '--port', '0');
      expect([full.status, full.output.includes('no space left')], full.output).toEqual([1, true]);
      disk.free();
      await (await startServer('--data', data)).kill('SIGTERM');
      const tooMuch = await runServerToEnd('--data', data, '--port', '0', '--demo', 'small');
      expect([tooMuch.status, tooMuch.output.includes('no space left')], tooMuch.output).toEqual([1, true]);
    } finally {
      await disk.kill();
    }
  });

  it('refuses a damaged database and leaves it as it is (R15)', async () => {
    await (await startServer('--data', folder.path)).kill('SIGTERM');
    const file = join(folder.path, 'school.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 5, 4096 * 5 + 64);
    writeFileSync(file, bytes);
    const ended = await runServerToEnd('--data', folder.path, '--port', '0');
    expect([ended.status, ended.output.includes('restore the last backup')], ended.output).toEqual([1, true]);
    expectPlain(ended.output);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('listens beyond this machine only with TLS (S02)', async () => {
    for (const args of [
      ['--host', '0.0.0.0'],
      ['--host', '192.168.1.5'],
      ['--host', '::'],
      ['--tls-cert', 'cert.pem'],
      ['--host', '0.0.0.0', '--tls-key', 'key.pem'],
    ]) {
      const ended = await runServerToEnd('--data', folder.path, '--port', '0', ...args);
      expect([ended.status, ended.output.includes('--tls-cert')], args.join(' ')).toEqual([1, true]);
      expectPlain(ended.output);
    }
    const [one, other] = [selfSigned(folder.path, 'one'), selfSigned(folder.path, 'other')];
    for (const [cert, key, words] of [
      ['no.pem', 'no.key', "no.pem can't be read"],
      [one.certFile, other.keyFile, 'are no certificate and its private key'],
      [one.keyFile, one.certFile, 'are no certificate and its private key'],
    ] as const) {
      const args = ['--host', '0.0.0.0', '--tls-cert', cert, '--tls-key', key];
      const ended = await runServerToEnd('--data', folder.path, '--port', '0', ...args);
      expect([ended.status, ended.output.includes(words)], ended.output).toEqual([1, true]);
      expectPlain(ended.output);
    }
  });

  it('speaks TLS 1.3 and nothing older', async () => {
    const { certFile: cert, keyFile: key } = selfSigned(folder.path);
    const server = await startServer('--data', folder.path, '--tls-cert', cert, '--tls-key', key);
    const { connect } = await import('node:tls');
    const ask = (options: object) =>
      new Promise<string>((resolve) => {
        const port = Number(new URL(server.url).port);
        const socket = connect({
          port,
          host: '127.0.0.1',
          servername: 'localhost',
          ca: readFileSync(cert),
          ...options,
        });
        socket.once('secureConnect', () => resolve(socket.getProtocol() ?? 'none'));
        socket.once('error', () => resolve('refused'));
      });
    expect(server.url).toMatch(/^https:/);
    expect(await ask({})).toBe('TLSv1.3');
    expect(await ask({ maxVersion: 'TLSv1.2' })).toBe('refused');
    expect(await ask({ ca: [] })).toBe('refused');
    await expect(fetch(server.url.replace('https', 'http'))).rejects.toThrow();
    await server.kill('SIGTERM');
  });

  it('explains its options, and what it can’t make sense of', async () => {
    const help = await runServerToEnd('--help');
    expect([help.status, help.output.includes('--data DIR')]).toEqual([0, true]);
    for (const [args, words] of [
      [['--nothing'], '--help lists all options'],
      [['--port', 'x'], 'a port is a number'],
      [['--port', '70000'], 'a port is a number'],
      [['--demo', 'huge'], 'small, large and municipality'],
      [['--demo-now', 'tomorrow', '--demo', 'small'], '--demo-now needs'],
      [['--database', 'mysql://x'], 'postgres://'],
      [['--demo-password', 'word'], '--demo-password needs --demo'],
      [['--data', import.meta.filename], "can't be made"],
      [['--key-file', join(folder.path, 'none', 'key')], "can't be read or made"],
      [['--database', 'postgres://nobody@127.0.0.1:1/x'], "PostgreSQL can't be reached"],
    ] as const) {
      const ended = await runServerToEnd('--data', folder.path, '--port', '0', ...args);
      expect([ended.status, ended.output.includes(words)], ended.output).toEqual([1, true]);
      expectPlain(ended.output);
    }
  });

  it('refuses a Node that would crash, with a sentence and 78 (R30)', async () => {
    const old = oldNode();
    const version = old === undefined ? '' : execFileSync(old, ['-p', 'process.versions.napi']).toString();
    const program = old !== undefined && Number(version) < 10 ? old : process.execPath;
    // Without an old Node on the machine, one that says it is old.
    const pretend = 'data:text/javascript,Object.defineProperty(process.versions,"napi",{value:"9"})';
    const args = program === old ? [] : ['--import', pretend];
    const ended = await runToEnd(program, [...args, 'src-server/start.mjs', '--data', folder.path]);
    expect(ended.status).toBe(78);
    expect(ended.output).toContain('Postmappe needs Node 24');
    expectPlain(ended.output);
  });
});
