import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decideKeyRing, type KeyRing } from '../../../src-main/hosts/electron/decide-secrets.ts';
import { decideUpdates } from '../../../src-main/hosts/electron/decide-updates.ts';
import { appFolders } from '../../../src-main/hosts/electron/folders.ts';
import { machineFolder, readHostSettings } from '../../../src-main/hosts/electron/host-settings.ts';
import { readLaunchOptions } from '../../../src-main/hosts/electron/launch-options.ts';
import { fill, hostWords } from '../../../src-main/hosts/electron/words.ts';

describe('which key ring may guard the data of children', () => {
  const linux: KeyRing = {
    platform: 'linux',
    available: true,
    backend: 'gnome_libsecret',
    serverUrl: 'https://postmappe.schule.example',
    demo: false,
  };
  const basic: KeyRing = { ...linux, backend: 'basic_text' };
  const table: [string, KeyRing, string][] = [
    ['GNOME', linux, 'safe'],
    ['KWallet', { ...linux, backend: 'kwallet6' }, 'safe'],
    ['Windows', { ...linux, platform: 'win32', backend: null }, 'safe'],
    ['macOS', { ...linux, platform: 'darwin', backend: null }, 'safe'],
    ['a key everybody knows', basic, 'refuse'],
    ['an unknown one', { ...linux, backend: 'unknown' }, 'refuse'],
    ['none on Linux', { ...linux, backend: null }, 'refuse'],
    ['GNOME that does not answer', { ...linux, available: false }, 'refuse'],
    ['Windows without its own', { ...linux, platform: 'win32', backend: null, available: false }, 'refuse'],
    ['the demo school on this machine', { ...basic, demo: true, serverUrl: 'http://127.0.0.1:4000' }, 'weak'],
    ['a demo that is somewhere else', { ...basic, demo: true }, 'refuse'],
    ['a real school on this machine', { ...basic, serverUrl: 'http://localhost:4000' }, 'refuse'],
    ['a look-alike of this machine', { ...basic, demo: true, serverUrl: 'http://127.0.0.1.evil/' }, 'refuse'],
    ['a server without an address', { ...basic, demo: true, serverUrl: '' }, 'refuse'],
  ];
  test.each(table)('%s', (_name, ring, decision) => {
    expect(decideKeyRing(ring)).toBe(decision);
  });
});

describe('what the app was started with', () => {
  const none = {
    server: null,
    data: null,
    ca: null,
    downtimeFolder: null,
    signIn: null,
    demo: false,
    demoNowMs: null,
  };
  test.each([
    [['Postmappe'], true, none],
    [['Postmappe', '--server', 'https://s'], true, { ...none, server: 'https://s' }],
    [
      ['electron', '.', '--server=http://127.0.0.1:1', '--data', '/d', '--demo', '--downtime-folder', '/n'],
      false,
      { ...none, server: 'http://127.0.0.1:1', data: '/d', demo: true, downtimeFolder: '/n' },
    ],
    [
      ['Postmappe', '--sign-in', 'petersen', '--password-file', '/p', '--ca', '/ca.pem'],
      true,
      { ...none, signIn: { userName: 'petersen', passwordFile: '/p' }, ca: '/ca.pem' },
    ],
    [['Postmappe', '--sign-in', 'petersen'], true, none],
    [
      ['Postmappe', '--demo', '--demo-now', '2026-11-24T08:14'],
      true,
      { ...none, demo: true, demoNowMs: Date.parse('2026-11-24T07:14Z') },
    ],
    [['Postmappe', '--demo', '--demo-now', 'tomorrow', '--port', '0'], true, { ...none, demo: true }],
    [['Postmappe', '--demo-now', '2026-11-24T08:14'], true, none],
    [['Postmappe', '--ozone-platform=x11', 'file.pdf', '--server'], true, none],
  ])('%j', (argv, isPackaged, options) => {
    expect(readLaunchOptions(argv, isPackaged)).toEqual(options);
  });
});

describe('the settings files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'postmappe-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test('a file that is not there says nothing', () => {
    expect(readHostSettings([join(folder, 'none.json')])).toEqual({ ok: true, settings: {} });
  });

  test("the person's own file wins over the machine's, setting by setting", () => {
    const machine = file('machine.json', '\uFEFF{"server":"https://a.example","globalShortcut":"Alt+P"}');
    const own = file('own.json', '{"server":"https://b.example"}');
    expect(readHostSettings([machine, own])).toEqual({
      ok: true,
      settings: { server: 'https://b.example', globalShortcut: 'Alt+P' },
    });
  });

  test.each([
    ['{"server":"postmappe.local"}', 'server'],
    ['{"server":"file:///etc/passwd"}', 'server'],
    ['{"server":"http://schule.example"}', 'server'],
    ['{"server":"http://127.0.0.1.evil.example"}', 'server'],
    ['{"updates":{"url":"http://mirror.example"}}', 'updates.url'],
    ['{"nodeIntegration":true}', '{ }'],
    ['{"server":', '{ }'],
    ['', '{ }'],
    ['[]', '{ }'],
  ])('%j is refused, naming the place', (text, place) => {
    const own = file('own.json', text);
    expect(readHostSettings([own])).toEqual({ ok: false, file: own, place });
  });

  test('a folder in place of the file is refused', () => {
    expect(readHostSettings([folder])).toEqual({ ok: false, file: folder, place: '{ }' });
  });

  test.each([
    ['linux', {}, '/etc/postmappe'],
    ['darwin', {}, '/Library/Application Support/Postmappe'],
    ['win32', { PROGRAMDATA: 'D:/ProgramData' }, join('D:/ProgramData', 'Postmappe')],
  ] as const)(
    'on %s the ones for all users lie in a folder only administrators write to',
    (platform, env, path) => {
      expect(machineFolder(platform, env)).toBe(path);
    },
  );
});

describe('updates', () => {
  const updates = { url: 'https://mirror.example/updates' };
  test.each([
    [{}, true, { kind: 'off', why: 'notConfigured' }],
    [{ updates }, false, { kind: 'off', why: 'notInstalled' }],
    [{ updates }, true, { kind: 'announce', url: updates.url }],
  ])('%j, installed %s', (settings, isPackaged, decision) => {
    expect(decideUpdates(settings, isPackaged)).toEqual(decision);
  });
});

describe('where the parts lie', () => {
  test('an installed app reads templates beside its archive', () => {
    const folders = appFolders({ isPackaged: true, appPath: '/o/app.asar', resourcesPath: '/o' });
    expect(folders).toEqual({
      window: join('/o/app.asar/dist/renderer'),
      preload: join('/o/app.asar/dist/electron/preload.cjs'),
      core: join('/o/app.asar/dist/core/core-worker.js'),
      resources: join('/o/resources'),
    });
  });
  test("a checked-out project uses its own folders, not Electron's", () => {
    const folders = appFolders({ isPackaged: false, appPath: '/p', resourcesPath: '/e/resources' });
    expect(folders.resources).toBe(join('/p/resources'));
    expect(folders.window).toBe(join('/p/dist/renderer'));
  });
});

describe("the host's own words", () => {
  test.each([
    [['de-DE', 'en-GB'], 'Beenden'],
    [['en-GB', 'de-DE'], 'Quit'],
    [['tr-TR', 'en'], 'Quit'],
    [['tr-TR'], 'Beenden'],
    [[], 'Beenden'],
  ])('for %j', (preferred, quit) => {
    expect(hostWords(preferred).menu.quit).toBe(quit);
  });

  test('are the same sentences with the same values in both languages', () => {
    const shape = (words: object): string[] =>
      Object.entries(words)
        .flatMap(([key, value]) =>
          typeof value === 'string'
            ? [`${key}:${[...value.matchAll(/\{\{\w+\}\}/g)].join()}`]
            : shape(value).map((inner) => `${key}.${inner}`),
        )
        .sort();
    expect(shape(hostWords(['en']))).toEqual(shape(hostWords(['de'])));
  });

  test('fill in what they are given and nothing that was filled in', () => {
    expect(fill('{{a}} und {{b}} {{c}}', { a: '{{b}}', b: 'B' })).toBe('{{b}} und B {{c}}');
  });
});
