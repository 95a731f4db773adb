import { describe, expect, test } from 'vitest';
import { Door } from '../../../src-main/hosts/browser/door.ts';

const PORT = 4711;
const host = `127.0.0.1:${PORT}`;
const origin = `http://${host}`;

/** A door through which a window has gone, with its cookie. */
function enteredDoor() {
  const door = new Door(PORT);
  const { pathname, search } = new URL(door.invite());
  const decision = door.decide({ method: 'GET', url: pathname + search, headers: { host } });
  if (decision.kind !== 'enter') throw new Error('The first visit should enter.');
  return {
    door,
    url: pathname + search,
    setCookie: decision.setCookie,
    cookie: decision.setCookie.split(';')[0] ?? '',
  };
}

describe('the one-time token', () => {
  test('becomes a cookie no script can read and no other site can send', () => {
    expect(enteredDoor().setCookie).toMatch(/^postmappe-4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  test('works once', () => {
    const { door, url } = enteredDoor();
    expect(door.decide({ method: 'GET', url, headers: { host } })).toEqual({ kind: 'refuse', status: 403 });
  });

  test('lets a second window in beside the first', () => {
    const { door } = enteredDoor();
    const { pathname, search } = new URL(door.invite());
    const visit = { method: 'GET', url: pathname + search, headers: { host } };
    expect(door.decide(visit).kind).toBe('enter');
    expect(door.decide(visit).kind).toBe('refuse');
  });

  test.each(['', 'x', 'a'.repeat(43)])('can not be guessed: %j', (token) => {
    const door = new Door(PORT);
    const url = `/?token=${token}`;
    expect(door.decide({ method: 'GET', url, headers: { host } })).toEqual({ kind: 'refuse', status: 403 });
  });

  test('is another one at each start', () => {
    expect(new Door(PORT).invite()).not.toBe(new Door(PORT).invite());
  });
});

describe('a page or file', () => {
  test('is given to the window that came in', () => {
    const { door, cookie } = enteredDoor();
    for (const headers of [
      { host, cookie },
      { host, cookie: `other=1; ${cookie}` },
      { host, cookie, origin },
    ]) {
      expect(door.decide({ method: 'GET', url: '/assets/a.js', headers })).toEqual({ kind: 'allow' });
    }
  });

  test.each([
    ['no cookie', {}],
    ['a wrong cookie', { cookie: `postmappe-${PORT}=${'a'.repeat(43)}` }],
    ['the cookie of another port', { cookie: 'postmappe-1=x' }],
  ])('is refused with %s', (_, headers) => {
    const { door } = enteredDoor();
    const decision = door.decide({ method: 'GET', url: '/', headers: { host, ...headers } });
    expect(decision).toEqual({ kind: 'refuse', status: 403 });
  });

  test.each([
    ['another name that points here (DNS rebinding)', { host: `evil.example:${PORT}` }],
    ['another port', { host: '127.0.0.1:80' }],
    ['no name at all', { host: undefined }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a link from another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('S20: is refused with %s, cookie or not', (_, headers) => {
    const { door, cookie } = enteredDoor();
    const decision = door.decide({ method: 'GET', url: '/', headers: { host, cookie, ...headers } });
    expect(decision).toEqual({ kind: 'refuse', status: 403 });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'CONNECT'])('is not there for %s', (method) => {
    const { door, cookie } = enteredDoor();
    expect(door.decide({ method, url: '/', headers: { host, cookie } })).toEqual({
      kind: 'refuse',
      status: 405,
    });
  });

  test.each(['http://evil.example/', '//[', '', '*'])('of an odd address is refused: %j', (url) => {
    const { door, cookie } = enteredDoor();
    expect(door.decide({ method: 'GET', url, headers: { host, cookie } })).toMatchObject({ kind: 'refuse' });
  });
});

describe('the line to the core', () => {
  const visit = (headers: object) => ({ method: 'GET', url: '/core', headers: { host, ...headers } });

  test('is opened for the window', () => {
    const { door, cookie } = enteredDoor();
    expect(door.maySpeak(visit({ cookie, origin }))).toBe(true);
  });

  test.each([
    ['without an origin', {}],
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port', { origin: 'http://127.0.0.1:80' }],
  ])('S20: is refused %s', (_, headers) => {
    const { door, cookie } = enteredDoor();
    expect(door.maySpeak(visit({ cookie, ...headers }))).toBe(false);
  });

  test('is refused without the cookie', () => {
    expect(enteredDoor().door.maySpeak(visit({ origin }))).toBe(false);
  });
});

describe('the bell of a second start', () => {
  const visit = (headers: object, method = 'POST', url = '/another-window') => ({
    method,
    url,
    headers: { host, ...headers },
  });

  test('may be rung by a program of this machine', () => {
    expect(new Door(PORT).mayRing(visit({}))).toBe(true);
  });

  test.each([
    ['a page, even its own', { origin }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a link of another site', { 'sec-fetch-site': 'cross-site' }],
    ['another name that points here', { host: 'evil.example' }],
  ])('S20: may not be rung by %s', (_, headers) => {
    expect(new Door(PORT).mayRing(visit(headers))).toBe(false);
  });

  test('is no page', () => {
    expect(new Door(PORT).mayRing(visit({}, 'GET'))).toBe(false);
    expect(new Door(PORT).mayRing(visit({}, 'POST', '/'))).toBe(false);
  });
});
