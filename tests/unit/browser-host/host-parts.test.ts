import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CallMistake,
  defaultDataFolder,
  readAppArguments,
} from '../../../src-main/hosts/browser/app-arguments.ts';
import { knownServer, recall, remember } from '../../../src-main/hosts/browser/host-memory.ts';
import { openKeyFile } from '../../../src-main/hosts/browser/key-file.ts';
import { hasDisplay, windowArguments } from '../../../src-main/hosts/browser/open-window.ts';
import { pageFileFor } from '../../../src-main/hosts/browser/page-files.ts';
import { contentSecurityPolicy } from '../../../src-main/hosts/browser/page-headers.ts';
import { prepareProfile } from '../../../src-main/hosts/browser/window-profile.ts';
import { scratchFolder } from '../../support/desk/scratch-folder.ts';

describe('the command line of the app', () => {
  test('has sensible defaults', () => {
    expect(readAppArguments(['--data', '/x'])).toMatchObject({
      server: null,
      data: '/x',
      port: 0,
      open: true,
      signIn: null,
      downtimeFolder: '/x/downtime',
      demoNowMs: null,
    });
  });

  test('understands every option', () => {
    const list = [
      '--server',
      'https://s',
      '--data',
      '/x',
      '--port',
      '4711',
      '--no-open',
      '--demo-now',
      '2026-11-24T08:14',
    ];
    expect(readAppArguments([...list, '--sign-in', 'yildiz', '--password-file', 'p'])).toMatchObject({
      server: 'https://s',
      port: 4711,
      open: false,
      signIn: { userName: 'yildiz', passwordFile: 'p' },
      demoNowMs: Date.parse('2026-11-24T07:14Z'),
    });
  });

  test.each([
    [['--port', 'x'], /--port x/],
    [['--port', '70000'], /--port 70000/],
    [['--sign-in', 'yildiz'], /go together/],
    [['--demo-now', 'soon'], /2026-11-24T08:14/],
    [['--colour'], /--help lists all options/],
    [['word'], /--help lists all options/],
  ])('says in one sentence what is wrong with %j', (list, sentence) => {
    expect(() => readAppArguments(list)).toThrow(CallMistake);
    expect(() => readAppArguments(list)).toThrow(sentence);
  });

  test('keeps data where each system keeps them', () => {
    expect(defaultDataFolder('linux', {}, '/home/n')).toBe('/home/n/.local/share/postmappe');
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/d' }, '/home/n')).toBe('/d/postmappe');
    expect(defaultDataFolder('darwin', {}, '/Users/n')).toBe(
      '/Users/n/Library/Application Support/Postmappe',
    );
  });
});

describe('the server’s address', () => {
  test('is remembered, and with it the port of the window', async () => {
    const folder = scratchFolder();
    await remember(folder, { server: 'https://a', port: 4711 });
    expect(await recall(folder)).toEqual({ server: 'https://a', port: 4711 });
    expect(await knownServer(folder, null)).toBe('https://a');
    expect(await knownServer(folder, 'https://b')).toBe('https://b');
  });

  test.each([null, 'rubbish', '{}'])('is asked for when it is not known (%j)', async (content) => {
    const folder = scratchFolder();
    if (content !== null) writeFileSync(join(folder, 'host.json'), content);
    await expect(knownServer(folder, null)).rejects.toThrow(/--server/);
  });
});

describe('the key file', () => {
  test('gives back what was sealed, also after a restart, and is for its owner alone', async () => {
    const path = join(scratchFolder(), 'device.key');
    const secret = randomBytes(32);
    const sealed = await (await openKeyFile(path)).seal(secret);
    expect(Buffer.from(await (await openKeyFile(path)).unseal(sealed))).toEqual(secret);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path)).toHaveLength(32);
  });

  test('of somebody else opens nothing', async () => {
    const folder = scratchFolder();
    const sealed = await (await openKeyFile(join(folder, 'one'))).seal(randomBytes(32));
    await expect((await openKeyFile(join(folder, 'other'))).unseal(sealed)).rejects.toThrow();
  });

  test('that is damaged is replaced', async () => {
    const path = join(scratchFolder(), 'device.key');
    writeFileSync(path, 'short');
    await openKeyFile(path);
    expect(readFileSync(path)).toHaveLength(32);
  });

  test('that is there and can not be read is never written over', async () => {
    const folder = scratchFolder();
    // A folder in its place: unreadable as a file for any user, root too.
    mkdirSync(join(folder, 'device.key'));
    await expect(openKeyFile(join(folder, 'device.key'))).rejects.toThrow(/device\.key can't be read/);
  });
});

describe('S26: files of the window', () => {
  test('are found by plain names', () => {
    expect(pageFileFor('/', '/w')).toMatchObject({ path: '/w/index.html', cacheControl: 'no-store' });
    expect(pageFileFor('/assets/a-B1.js', '/w')).toMatchObject({ path: '/w/assets/a-B1.js' });
  });

  test.each(['/../x.js', '/%2e%2e/x.js', '/a//b.js', '/.env', '/a.exe', '/a', '/..\\x.js', '/assets/'])(
    'are nothing else: %s',
    (pathname) => {
      expect(pageFileFor(pathname, '/w')).toBeUndefined();
    },
  );

  test('never lie outside the folder', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = pageFileFor(`/${text}`, '/w');
        expect(found === undefined || found.path.startsWith('/w/')).toBe(true);
        expect(found?.path.includes('..') ?? false).toBe(false);
      }),
    );
  });
});

describe('the window', () => {
  test('S21: may load its own files and speak to its own core, nothing else', () => {
    const policy = contentSecurityPolicy(4711);
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "connect-src 'self' ws://127.0.0.1:4711",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:/);
  });

  test('opens without first-run pages and calls home; without sandbox only as root', () => {
    const own = windowArguments('http://127.0.0.1:1/?token=t', '/d/window', 1000);
    expect(own).toContain('--app=http://127.0.0.1:1/?token=t');
    for (const flag of [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-sync',
      '--disable-component-update',
      '--disable-features=Translate',
    ]) {
      expect(own).toContain(flag);
    }
    expect(own).not.toContain('--no-sandbox');
    expect(windowArguments('x', 'y', 0)).toContain('--no-sandbox');
  });

  test('offers to keep no password and to send no page away for a translation', () => {
    const folder = join(scratchFolder(), 'window');
    prepareProfile(folder);
    const file = join(folder, 'Default', 'Preferences');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      credentials_enable_service: false,
      profile: { password_manager_enabled: false },
      translate: { enabled: false },
    });
    // The browser's own file from then on.
    writeFileSync(file, '{}');
    prepareProfile(folder);
    expect(readFileSync(file, 'utf8')).toBe('{}');
  });

  test('needs a display where displays can be missing', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: ':0' } })).toBe(true);
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
  });
});
