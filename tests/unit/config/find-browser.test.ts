import { describe, expect, test } from 'vitest';
import { findBrowser, type Machine } from '../../../config/find-browser.mjs';

/** A machine on which exactly these programs exist. */
function machineWith(programs: string[], overrides: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/office',
    isExecutable: (path) => programs.includes(path),
    list: () => [],
    ...overrides,
  };
}

describe('finding a browser', () => {
  test('finds Debian’s Chromium on the path', () => {
    expect(findBrowser(machineWith(['/usr/bin/chromium']))).toBe('/usr/bin/chromium');
  });

  test('prefers the one that was named', () => {
    const env = { PATH: '/usr/bin', POSTMAPPE_BROWSER: '/opt/browser/chrome' };
    expect(findBrowser(machineWith(['/usr/bin/chromium', '/opt/browser/chrome'], { env }))).toBe(
      '/opt/browser/chrome',
    );
  });

  test('says so when the named one does not exist, instead of taking another', () => {
    const env = { PATH: '/usr/bin', POSTMAPPE_BROWSER: '/opt/nothing' };
    expect(() => findBrowser(machineWith(['/usr/bin/chromium'], { env }))).toThrow(
      /POSTMAPPE_BROWSER.*\/opt\/nothing/,
    );
  });

  test('looks in the usual folders although the path is short', () => {
    expect(findBrowser(machineWith(['/snap/bin/chromium'], { env: {} }))).toBe('/snap/bin/chromium');
  });

  test('never runs what lies in a relative folder of the path', () => {
    expect(
      findBrowser(machineWith(['bin/chromium', './chromium'], { env: { PATH: 'bin:.:' } })),
    ).toBeUndefined();
  });

  test('finds Edge on Windows', () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machineWith([edge], { platform: 'win32', env }))).toBe(edge);
  });

  test('finds Chrome in the person’s own applications on a Mac', () => {
    const chrome = '/Users/o/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machineWith([chrome], { platform: 'darwin', home: '/Users/o' }))).toBe(chrome);
  });

  test('takes the newest that Playwright downloaded, if nothing is installed', () => {
    const cache = '/home/office/.cache/ms-playwright';
    const programs = ['999', '1200'].map((build) => `${cache}/chromium-${build}/chrome-linux64/chrome`);
    const list = (folder: string) =>
      folder === cache ? ['chromium-999', 'chromium-1200', 'firefox-1300'] : [];
    expect(findBrowser(machineWith(programs, { list }))).toBe(programs[1]);
  });

  test('answers undefined on a machine without any', () => {
    expect(findBrowser(machineWith([]))).toBeUndefined();
  });
});
