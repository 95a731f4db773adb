import { beforeEach, describe, expect, test } from 'vitest';
import type { FakeDesktop } from '../../support/fake-electron/fake-electron.ts';
import { FakeEvent, FakeNavigation } from '../../support/fake-electron/fake-event.ts';
import { runFakeApp } from '../../support/fake-electron/run-fake-app.ts';

const OWN_BLOB = 'blob:app://postmappe/1';
let desktop: FakeDesktop;

beforeEach(async () => {
  ({ desktop } = await runFakeApp());
});

describe('S25: a page that wants to leave', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('is stopped at %s', (name) => {
    const foreign = new FakeNavigation('https://evil.example/');
    desktop.window().webContents.emit(name, foreign);
    expect(foreign.defaultPrevented).toBe(true);
    const own = new FakeNavigation('app://postmappe/');
    desktop.window().webContents.emit(name, own);
    expect(own.defaultPrevented).toBe(false);
    const inside = new FakeNavigation('app://postmappe/', false);
    desktop.window().webContents.emit(name, inside);
    expect(inside.defaultPrevented).toBe(true);
  });

  test('a frame may show a PDF the page has made', () => {
    const print = new FakeNavigation(OWN_BLOB, false);
    desktop.window().webContents.emit('will-frame-navigate', print);
    expect(print.defaultPrevented).toBe(false);
  });

  test('a <webview> is never attached', () => {
    const attach = new FakeEvent();
    desktop.window().webContents.emit('will-attach-webview', attach, {}, { src: 'app://postmappe/' });
    expect(attach.defaultPrevented).toBe(true);
  });

  test('no Bluetooth device is ever chosen', () => {
    const select = new FakeEvent();
    const chosen: string[] = [];
    desktop.window().webContents.emit('select-bluetooth-device', select, [], (id: string) => chosen.push(id));
    expect([select.defaultPrevented, chosen]).toEqual([true, ['']]);
  });
});

describe('S25: a link that leads out', () => {
  const open = async (url: string) => {
    const answer = desktop.window().webContents.openHandler?.({ url });
    expect(answer).toEqual({ action: 'deny' });
    await Promise.resolve();
    await Promise.resolve();
  };

  test('is shown with its host and opened when the person says so', async () => {
    await open('https://www.iserv.de/hilfe');
    expect(desktop.questions).toEqual([
      expect.objectContaining({ detail: 'Sie verlassen die Postmappe und öffnen www.iserv.de.' }),
    ]);
    expect(desktop.opened).toEqual(['https://www.iserv.de/hilfe']);
  });

  test('is not opened when the person says no', async () => {
    desktop.answer = 1;
    await open('https://www.iserv.de/hilfe');
    expect(desktop.opened).toEqual([]);
  });

  test('dials without a question, and without an error where nothing can dial', async () => {
    await open('tel:+49-5341-123456');
    expect([desktop.opened, desktop.questions]).toEqual([['tel:+49-5341-123456'], []]);
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'app://postmappe/', 'ms-msdt:/id'])(
    '%s leads nowhere',
    async (url) => {
      await open(url);
      expect([desktop.opened, desktop.questions]).toEqual([[], []]);
    },
  );
});

describe('S25: what the session grants', () => {
  test('notifications to the app, asked for or looked up', () => {
    expect(desktop.session.asks('notifications', 'app://postmappe/')).toBe(true);
    expect(desktop.session.onCheck(null, 'notifications', 'app://postmappe', { isMainFrame: true })).toBe(
      true,
    );
  });
  test.each(['media', 'geolocation', 'clipboard-read', 'openExternal', 'fileSystem'])(
    'nothing like %s',
    (name) => {
      expect(desktop.session.asks(name, 'app://postmappe/')).toBe(false);
      expect(desktop.session.onCheck(null, name, 'app://postmappe', { isMainFrame: true })).toBe(false);
    },
  );
  test('nothing to a stranger or a frame inside', () => {
    expect(desktop.session.asks('notifications', 'https://evil.example/')).toBe(false);
    expect(desktop.session.asks('notifications', 'app://postmappe/', false)).toBe(false);
  });
  test('no device', () => expect(desktop.session.onDevice()).toBe(false));
});

describe('S30: the window has no network', () => {
  test.each([
    ['app://postmappe/assets/a.js', true],
    [OWN_BLOB, true],
    ['https://evil.example/?name=Anna', false],
    ['http://127.0.0.1:4000/', false],
    ['wss://schule.example/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/bundled/inspector.html', false],
  ])('%s: %s', (url, through) => {
    expect(desktop.session.requests(url)).toBe(through);
  });
});

describe('saving a file', () => {
  test('goes through the save dialog, with a name and an ending', () => {
    expect(desktop.session.downloads(OWN_BLOB, 'Tagesliste.pdf')).toEqual({
      title: 'Speichern',
      defaultPath: `${desktop.app.paths.downloads}/Tagesliste.pdf`,
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
  });
  test.each([
    ['https://evil.example/a.pdf', 'a.pdf'],
    [OWN_BLOB, 'setup.exe'],
  ])('%s as %s is stopped', (url, fileName) => {
    expect(desktop.session.downloads(url, fileName)).toBeNull();
  });
});
