import { describe, expect, test } from 'vitest';
import { decideDownload } from '../../../src-main/hosts/electron/decide-download.ts';
import { decideLink } from '../../../src-main/hosts/electron/decide-link.ts';
import { mayNavigate } from '../../../src-main/hosts/electron/decide-navigation.ts';
import { mayUse } from '../../../src-main/hosts/electron/decide-permission.ts';
import { mayRequest } from '../../../src-main/hosts/electron/decide-request.ts';
import { mayRestart } from '../../../src-main/hosts/electron/decide-restart.ts';
import { isTrustedSender, type SenderFrame } from '../../../src-main/hosts/electron/decide-sender.ts';

const OWN_BLOB = 'blob:app://postmappe/3f0c9d5e-1d0e-4f0e-9a58-0d5f1f1f4a10';
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html';

/** Addresses that look like the app's own, or that a page must never get to. */
const FOREIGN = [
  'app://postmappe.evil/',
  'app://evil/postmappe',
  'app://postmappe@evil/',
  'app://evil@postmappe/',
  'app://:pw@postmappe/',
  'app://postmappe:8080/',
  'app:postmappe',
  'apps://postmappe/',
  'file:///etc/passwd',
  'file://server/share/page.html',
  '\\\\server\\share\\page.html',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'about:blank',
  'https://postmappe/',
  'http://127.0.0.1:8080/',
  'ws://127.0.0.1/',
  'ftp://postmappe/',
  'view-source:app://postmappe/',
  'filesystem:app://postmappe/temporary/a.html',
  'blob:https://evil.example/1',
  'blob:app://evil/1',
  'blob:null/1',
  'chrome://settings/',
  'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/index.html',
  'ms-msdt:/id',
  '',
  'no address',
];

describe('S25: navigation', () => {
  test('the window stays in the app', () => {
    expect(mayNavigate({ url: 'app://postmappe/', isMainFrame: true })).toBe(true);
    expect(mayNavigate({ url: 'app://postmappe/#/today', isMainFrame: true })).toBe(true);
  });
  test.each([...FOREIGN, OWN_BLOB, PDF_VIEWER])('the window never goes to %j', (url) => {
    expect(mayNavigate({ url, isMainFrame: true })).toBe(false);
  });
  test.each([OWN_BLOB, PDF_VIEWER])('a frame inside may show %s', (url) => {
    expect(mayNavigate({ url, isMainFrame: false })).toBe(true);
  });
  test.each([...FOREIGN, 'app://postmappe/'])('a frame inside never goes to %j', (url) => {
    expect(mayNavigate({ url, isMainFrame: false })).toBe(false);
  });
});

describe('S25: requests', () => {
  test.each(['app://postmappe/assets/a.js', OWN_BLOB, PDF_VIEWER, 'chrome://resources/js/load.js'])(
    '%s is let through',
    (url) => expect(mayRequest(url, false)).toBe(true),
  );
  test.each([...FOREIGN, 'devtools://devtools/bundled/inspector.html'])('%j is cancelled', (url) => {
    expect(mayRequest(url, false)).toBe(false);
  });
  test('the developer tools load their pages only while developing', () => {
    expect(mayRequest('devtools://devtools/bundled/inspector.html', true)).toBe(true);
  });
});

describe('S25: permissions', () => {
  const own = { from: 'app://postmappe/', isMainFrame: true };
  test('the app may notify', () => {
    expect(mayUse({ permission: 'notifications', ...own })).toBe(true);
    expect(mayUse({ permission: 'notifications', from: 'app://postmappe', isMainFrame: true })).toBe(true);
  });
  test.each([
    'media',
    'geolocation',
    'clipboard-read',
    'display-capture',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'midiSysex',
    'openExternal',
    'fullscreen',
    'pointerLock',
    'local-network-access',
    'web-app-installation',
    'unknown',
    'a permission of a later version',
  ])('%s is refused, also to the app', (permission) => {
    expect(mayUse({ permission, ...own })).toBe(false);
  });
  test.each(FOREIGN)('%j may not even notify', (from) => {
    expect(mayUse({ permission: 'notifications', from, isMainFrame: true })).toBe(false);
  });
  test('a frame inside may not notify', () => {
    expect(mayUse({ permission: 'notifications', from: 'app://postmappe/', isMainFrame: false })).toBe(false);
  });
});

describe('S24: who may talk to main', () => {
  const own: SenderFrame = {
    origin: 'app://postmappe',
    url: 'app://postmappe/',
    parent: null,
    detached: false,
  };
  const table: [string, SenderFrame | null, boolean][] = [
    ['the top frame of the app', own, true],
    ['a frame that has gone', null, false],
    ['a frame inside another', { ...own, parent: own }, false],
    ['a frame that is being replaced', { ...own, detached: true }, false],
    ['a foreign origin', { ...own, origin: 'https://evil.example' }, false],
    ['an opaque origin', { ...own, origin: 'null' }, false],
    ['an empty origin', { ...own, origin: '' }, false],
    ['the right origin at a foreign address', { ...own, url: 'https://evil.example/' }, false],
    ['a look-alike', { ...own, origin: 'app://postmappe.evil', url: 'app://postmappe.evil/' }, false],
  ];
  test.each(table)('%s: %o → %s', (_who, frame, trusted) => {
    expect(isTrustedSender(frame)).toBe(trusted);
  });
});

describe('S25: links that lead out', () => {
  test.each([
    ['https://www.iserv.de/hilfe?x=1', 'www.iserv.de'],
    ['https://schule.example:8443/', 'schule.example:8443'],
    ['https://münchen.example/', 'xn--mnchen-3ya.example'],
  ])('%s is opened after a question that shows the host %s', (url, shown) => {
    expect(decideLink(url)).toMatchObject({ kind: 'ask', shown });
  });
  test.each(['tel:+49-5341-123456', 'tel:05341%2012345', 'mailto:a@schule.example?subject=Hallo'])(
    '%s is opened at once',
    (url) => expect(decideLink(url)).toEqual({ kind: 'open', url }),
  );
  test.each([
    ...FOREIGN.filter((url) => url !== 'https://postmappe/'),
    'http://www.example.org/',
    'https://user:pw@www.example.org/',
    'https://www.example.org@evil.example/',
    'tel:*%2306%23',
    'tel:%',
    'tel:+49?x=1',
    'mailto:a@schule.example?attach=/etc/passwd',
    'smb://server/share',
    'search-ms:query=x',
    `https://example.org/${'a'.repeat(2_000)}`,
  ])('%j is refused', (url) => {
    expect(decideLink(url)).toEqual({ kind: 'refuse' });
  });
});

describe('downloads', () => {
  test.each([
    ['Tagesliste.pdf', 'Tagesliste.pdf', 'pdf'],
    ['../../.bashrc.csv', 'bashrc.csv', 'csv'],
    ['C:\\Windows\\liste.xlsx', 'liste.xlsx', 'xlsx'],
    ['OneRoster.zip', 'OneRoster.zip', 'zip'],
    ['SchuelerFehlstunden.dat', 'SchuelerFehlstunden.dat', 'dat'],
    ['a<b>:c|d?.PDF', 'abcd.PDF', 'pdf'],
    ['liste\u202Excod.exe.pdf', 'listexcod.exe.pdf', 'pdf'],
  ])('%j is saved as %j', (fileName, tidied, ending) => {
    expect(decideDownload({ url: OWN_BLOB, fileName })).toEqual({ kind: 'save', fileName: tidied, ending });
  });
  test.each(['liste.exe', 'liste.pdf.exe', 'liste', '', '.pdf', 'seite.html', 'makro.xlsm'])(
    '%j is no file of ours',
    (fileName) => expect(decideDownload({ url: OWN_BLOB, fileName })).toEqual({ kind: 'refuse' }),
  );
  test.each(FOREIGN)('nothing is saved from %j', (url) => {
    expect(decideDownload({ url, fileName: 'a.pdf' })).toEqual({ kind: 'refuse' });
  });
});

describe('starting a process again', () => {
  const table: [string, number[], boolean][] = [
    ['once', [0], true],
    ['three times within a minute', [0, 10_000, 20_000], true],
    ['four times within a minute', [0, 10_000, 20_000, 30_000], false],
    ['four times within a day', [0, 1e6, 2e6, 3e6], true],
    ['four times, the first a minute ago', [0, 40_000, 50_000, 60_000], true],
  ];
  test.each(table)('%s', (_often, endedAtMs, again) => {
    expect(mayRestart(endedAtMs)).toBe(again);
  });
});
