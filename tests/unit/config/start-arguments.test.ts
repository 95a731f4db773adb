import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { takeDemoFolder } from '../../../config/demo-folder.ts';
import { readStartArguments, StartMistake, stateFolder } from '../../../config/start-arguments.ts';
import { MORNING_MS } from '../../support/desk/desk-cache.ts';
import { scratchFolder } from '../../support/desk/scratch-folder.ts';

describe('the command line of npm start', () => {
  test('opens a small school as the office by default', () => {
    expect(readStartArguments([])).toEqual({
      as: 'office',
      open: true,
      data: null,
      demo: 'small',
      demoNow: null,
      port: '0',
      help: false,
    });
  });

  test('understands every option', () => {
    const list = ['--as', 'teacher', '--no-open', '--data', '/d', '--demo', 'large', '--port', '4711'];
    expect(readStartArguments(list)).toMatchObject({
      as: 'teacher',
      open: false,
      data: '/d',
      demo: 'large',
      port: '4711',
    });
  });

  test.each([
    [['--as', 'parent'], /office, principal and teacher/],
    [['--as', 'toString'], /office, principal and teacher/],
    [['--demo', 'huge'], /small and large/],
    [['--port', '-1'], /./],
    [['--port', '99999'], /0 to 65535/],
    [['--demo-now', 'tomorrow'], /2026-11-24T08:14/],
    [['--colour'], /--help lists all options/],
  ])('says in one sentence what is wrong with %j', (list, sentence) => {
    expect(() => readStartArguments(list)).toThrow(StartMistake);
    expect(() => readStartArguments(list)).toThrow(sentence);
  });

  test('keeps the demo where programs keep what they can make again', () => {
    expect(stateFolder('linux', {}, '/home/n')).toBe('/home/n/.local/state/postmappe');
    expect(stateFolder('linux', { XDG_STATE_HOME: '/s' }, '/home/n')).toBe('/s/postmappe');
    expect(stateFolder('darwin', {}, '/Users/n')).toBe('/Users/n/Library/Caches/Postmappe');
  });
});

describe('the demo’s folder', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('is one per day; older ones go, other files stay', async () => {
    const state = scratchFolder();
    vi.stubEnv('XDG_STATE_HOME', state);
    const all = join(state, 'postmappe', 'demo');
    for (const name of ['2026-11-20-small', '2026-11-22-large', 'notes'])
      mkdirSync(join(all, name), { recursive: true });
    await takeDemoFolder(readStartArguments([]), '2026-11-23', MORNING_MS);
    expect(readdirSync(all).sort()).toEqual(['2026-11-23-small', 'notes']);
  });

  test('with --data stays what it is, with one password for its owner', async () => {
    const data = scratchFolder();
    const options = readStartArguments(['--data', data]);
    const first = await takeDemoFolder(options, '2026-11-23', MORNING_MS);
    expect((await takeDemoFolder(options, '2026-11-24', MORNING_MS)).password).toBe(first.password);
    expect(readFileSync(first.passwordFile, 'utf8').trim()).toBe(first.password);
    expect(statSync(first.passwordFile).mode & 0o777).toBe(0o600);
    const desks = [
      first.desk('yildiz', 'browser'),
      first.desk('yildiz', 'electron'),
      first.desk('brandt', 'browser'),
    ];
    expect(new Set(desks).size).toBe(3);
  });
});
