import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { handle } from '../../../src-main/hosts/electron/ipc.ts';
import { createFakeElectron, type FakeDesktop } from '../../support/fake-electron/fake-electron.ts';
import { FakeFrame } from '../../support/fake-electron/fake-window.ts';

const schema = z.strictObject({ name: z.string().max(5) });
let desktop: FakeDesktop;
let heard: unknown[];

beforeEach(() => {
  const fake = createFakeElectron('/nowhere');
  desktop = fake.desktop;
  heard = [];
  handle(fake.electron.ipcMain, 'test', schema, (_frame, args) => {
    heard.push(args);
    if (args.name === 'fail') throw new Error('a path: /home/anna');
  });
});

const frameWith = (change: Partial<FakeFrame>) => Object.assign(new FakeFrame(), change);

test('the app itself is heard', async () => {
  expect(await desktop.invoke('test', new FakeFrame(), { name: 'a' })).toEqual({ ok: true });
  expect(heard).toEqual([{ name: 'a' }]);
});

describe('S24: everybody else is refused before anything runs', () => {
  const strangers: [string, FakeFrame | null][] = [
    ['a frame that has gone', null],
    ['a frame inside the window', frameWith({ parent: new FakeFrame() })],
    ['a foreign page', frameWith({ origin: 'https://evil.example', url: 'https://evil.example/' })],
    ['a page without an origin', frameWith({ origin: 'null' })],
    ['a frame being replaced', frameWith({ detached: true })],
  ];
  test.each(strangers)('%s', async (_who, frame) => {
    expect(await desktop.invoke('test', frame, { name: 'a' })).toEqual({ ok: false, kind: 'forbidden' });
    expect(heard).toEqual([]);
  });

  test('a frame whose event throws when it is looked at', async () => {
    const handler = desktop.handlers.get('test');
    const event = {
      get senderFrame(): FakeFrame {
        throw new Error('Render frame was disposed');
      },
    };
    expect(await handler?.(event, { name: 'a' })).toEqual({ ok: false, kind: 'forbidden' });
  });
});

describe('S24: garbage is refused', () => {
  test('in any shape that can be cloned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withBigInt: true, withDate: true, withMap: true }), async (payload) => {
        const answer = await desktop.invoke('test', new FakeFrame(), payload);
        const isRight = schema.safeParse(payload).success;
        expect(answer).toEqual(isRight ? { ok: true } : { ok: false, kind: 'invalidArguments' });
      }),
      { numRuns: 300 },
    );
  });

  test('also when only a field too many was sent', async () => {
    const answer = await desktop.invoke('test', new FakeFrame(), { name: 'a', also: 1 });
    expect(answer).toEqual({ ok: false, kind: 'invalidArguments' });
    expect(heard).toEqual([]);
  });
});

test('an error stays in main: the window gets its kind, not its words', async () => {
  const answer = await desktop.invoke('test', new FakeFrame(), { name: 'fail' });
  expect(answer).toEqual({ ok: false, kind: 'internal' });
});
