import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskApp, type DeskAppOptions, startApp } from '../support/processes/desk-app.ts';
import { DeskLine } from '../support/processes/desk-line.ts';
import { Stage } from '../support/processes/stage.ts';

const ADDRESS = /^Postmappe: (http\S+)/;

describe('The app started twice on one data folder', () => {
  let stage: Stage;
  let options: DeskAppOptions;
  beforeEach(() => {
    stage = new Stage();
    // Nobody listens there: a desk stands on its own from the first second.
    options = { server: 'http://127.0.0.1:9', data: join(stage.folder, 'desk') };
  });
  afterEach(() => stage.end());

  it('gives another window of the running app, which both go on being one', async () => {
    const app = stage.keep(await DeskApp.start(options));
    const first = await app.openLine();
    const second = stage.keep(startApp(options));
    expect(await second.ended()).toBe(0);
    expect(second.lines).toEqual([
      'Postmappe is already running on this folder; here is another window of it.',
      expect.stringMatching(ADDRESS),
    ]);
    const [, address = ''] = ADDRESS.exec(second.lines[1] ?? '') ?? [];
    expect(address).not.toBe(app.address);
    expect(new URL(address).origin).toBe(app.origin);
    const line = await DeskLine.enter(address);
    for (const one of [first, line])
      expect(await one.get('session.state', {})).toMatchObject({ phase: 'signedOut' });
    // As with the first window: once.
    await expect(DeskLine.enter(address)).rejects.toThrow('403');
  });

  it('at the same moment: one app and two windows', async () => {
    const starts = [startApp(options), startApp(options)].map((one) => stage.keep(one));
    const found = await Promise.all(starts.map((one) => one.line(ADDRESS)));
    const origins = new Set(found.map(([, address = '']) => new URL(address).origin));
    expect(origins.size).toBe(1);
    expect(starts.filter((one) => one.output.includes('already running'))).toHaveLength(1);
    for (const [, address = ''] of found) await DeskLine.enter(address);
  });

  it('after the first was killed: starts as if nothing had been', async () => {
    const app = stage.keep(await DeskApp.start(options));
    await app.kill();
    const second = stage.keep(startApp(options));
    await second.line(ADDRESS);
    expect(second.output).not.toContain('already running');
  });

  it('after the first has ended: has the same origin, to which browsers tie theme and permissions', async () => {
    const app = stage.keep(await DeskApp.start(options));
    await app.stop();
    const second = stage.keep(await DeskApp.start(options));
    expect(second.origin).toBe(app.origin);
    const elsewhere = stage.keep(await DeskApp.start({ ...options, data: join(stage.folder, 'other') }));
    expect(elsewhere.origin).not.toBe(app.origin);
  });

  it('after the first was killed and somebody else has its port: does not talk to them', async () => {
    const app = stage.keep(await DeskApp.start(options));
    await app.kill();
    const port = Number(new URL(app.address).port);
    const trap = `http://127.0.0.1:${port}/?token=trap`;
    const stranger = createServer((_, response) =>
      response.end(JSON.stringify({ address: trap, proof: 'x'.repeat(43) })),
    );
    await new Promise<void>((resolve) => stranger.listen(port, '127.0.0.1', resolve));
    try {
      const second = stage.keep(startApp(options));
      const [, address = ''] = await second.line(ADDRESS);
      expect(new URL(address).origin).not.toBe(new URL(trap).origin);
    } finally {
      stranger.close();
    }
  });

  it('for another server: one sentence, and status 1', async () => {
    const app = stage.keep(await DeskApp.start(options));
    const second = stage.keep(startApp({ ...options, server: 'http://127.0.0.1:10' }));
    expect(await second.ended()).toBe(1);
    expect(second.lines).toEqual([expect.stringMatching(/already running .* for http:\/\/127\.0\.0\.1:9;/)]);
    await app.openLine();
  });

  it('while the first neither answers nor ends: one sentence and a way on, and status 1', async () => {
    const app = stage.keep(await DeskApp.start(options));
    // Of an app that hangs, or of one in another host, only the lock is to be seen.
    writeFileSync(join(options.data, 'running.json'), '');
    const second = stage.keep(startApp(options));
    expect(await second.ended()).toBe(1);
    expect(second.lines).toEqual([
      expect.stringMatching(/already running.*does not answer; end it, or restart/),
    ]);
    await app.openLine();
  });
});
