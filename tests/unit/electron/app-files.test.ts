import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveAppFile } from '../../../src-main/hosts/electron/app-files.ts';
import { CONTENT_SECURITY_POLICY } from '../../../src-main/hosts/electron/content-security.ts';
import { createAppHandler } from '../../../src-main/hosts/electron/serve-app.ts';

const FOLDER = join(sep, 'opt', 'window');

describe('which file answers a URL', () => {
  test.each([
    ['app://postmappe/', 'index.html', 'text/html; charset=utf-8'],
    ['app://postmappe', 'index.html', 'text/html; charset=utf-8'],
    ['app://postmappe/?as=teacher#today', 'index.html', 'text/html; charset=utf-8'],
    ['app://postmappe/assets/index-B7x_a.js', 'assets/index-B7x_a.js', 'text/javascript; charset=utf-8'],
    ['app://postmappe/assets/inter.var.woff2', 'assets/inter.var.woff2', 'font/woff2'],
    ['app://postmappe/assets/../assets/a.css', 'assets/a.css', 'text/css; charset=utf-8'],
  ])('%s', (url, path, mediaType) => {
    expect(resolveAppFile(url, FOLDER)).toEqual({ path: join(FOLDER, path), mediaType });
  });
});

describe('S26: what is not inside the built window is not there', () => {
  test.each([
    'app://postmappe/..%2f..%2fetc%2fpasswd.json',
    'app://postmappe/%2e%2e%2f%2e%2e%2fsecret.json',
    'app://postmappe/%2e%2e/%2e%2e/secret.json/..%2f',
    'app://postmappe/%252e%252e%252fsecret.json',
    'app://postmappe/..%5c..%5csecret.json',
    'app://postmappe/assets\\..\\secret.json',
    'app://postmappe/index.html%00.js',
    'app://postmappe/%00',
    'app://postmappe//etc/secret.json',
    'app://postmappe/%2fetc%2fsecret.json',
    'app://postmappe/C:/secret.json',
    'app://postmappe/C%3a%5csecret.json',
    'app://postmappe/assets//a.js',
    'app://postmappe/assets/',
    'app://postmappe/.vite/manifest.json',
    'app://postmappe/.env.json',
    'app://postmappe/assets/a.js.map',
    'app://postmappe/assets/a',
    'app://postmappe/%E0%A4%A',
    'app://postmappe/a%20b.js',
    'app://evil/index.html',
    'app://postmappe.evil/index.html',
    'app://postmappe@evil/index.html',
    'app://evil@postmappe/index.html',
    'app://postmappe:80/index.html',
    'file:///etc/secret.json',
    'https://postmappe/index.html',
    'app:index.html',
    '',
  ])('%s', (url) => {
    expect(resolveAppFile(url, FOLDER)).toBeNull();
  });

  const step = fc.oneof(
    fc.constantFrom('..', '.', '%2e%2e', '%2E.', '%2f', '/', '\\', '%5c', '%00', '\0', 'C:', '~', 'assets'),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('a.js', 'secret.json', 'x.html'),
  );

  test('no URL leads out of the folder, and none throws', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom('/', '', '%2f'), (steps, joint) => {
        const file = resolveAppFile(`app://postmappe/${steps.join(joint)}`, FOLDER);
        if (!file) return;
        const inside = relative(FOLDER, file.path);
        expect(isAbsolute(inside)).toBe(false);
        expect(inside.split(sep)).not.toContain('..');
        expect(file.path).not.toMatch(/[\0%\\]/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the handler', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'postmappe-window-'));
    mkdirSync(join(folder, 'window', 'assets'), { recursive: true });
    writeFileSync(join(folder, 'window', 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'secret.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const ask = (url: string, method = 'GET') => createAppHandler(join(folder, 'window'))({ url, method });

  test('serves the window with its content security policy', async () => {
    const answer = await ask('app://postmappe/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('<!doctype html>');
  });

  test.each([
    ['app://postmappe/missing.js', 'GET', 404],
    ['app://postmappe/..%2fsecret.json', 'GET', 404],
    ['app://postmappe/assets.js', 'GET', 404],
    ['app://postmappe/', 'POST', 405],
  ])('%s by %s is %i, under the same policy', async (url, method, status) => {
    const answer = await ask(url, method);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(await answer.text()).toBe('');
  });
});

describe('the content security policy', () => {
  const rules = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources] as const;
    }),
  );

  test('lets nothing in by default and no foreign origin anywhere', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
    const sources = [...rules.values()].flat();
    expect(sources.filter((source) => !/^('none'|'self'|'unsafe-inline'|data:|blob:)$/.test(source))).toEqual(
      [],
    );
  });

  test('scripts come from the app alone: neither inline, nor evaluated, nor made by the page', () => {
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(
      [...rules].filter(([, sources]) => sources.includes("'unsafe-inline'")).map(([name]) => name),
    ).toEqual(['style-src']);
  });

  test.each(['object-src', 'base-uri', 'form-action', 'frame-ancestors'])('%s is closed', (name) => {
    expect(rules.get(name)).toEqual(["'none'"]);
  });
});
