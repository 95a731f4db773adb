import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

type Entry = { name?: string; hasInstallScript?: boolean };

const allowed: Record<string, boolean> = read('package.json').allowScripts;
const locked: [string, Entry][] = Object.entries(read('package-lock.json').packages);

/** A package's real name; an alias' folder is named differently. */
function realName([place, entry]: [string, Entry]): string {
  return entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

describe('install scripts', () => {
  test('every package that brings one is on the list of decisions', () => {
    const scripted = locked.filter(([, entry]) => entry.hasInstallScript).map(realName);
    expect(scripted.length).toBeGreaterThan(0);
    expect(scripted.filter((name) => !(name in allowed))).toEqual([]);
  });

  test('every package that npm would compile on its own is on the list of decisions', () => {
    const compiled = locked.filter(
      ([place]) => place !== '' && existsSync(new URL(`${place}/binding.gyp`, root)),
    );
    expect(compiled.map(realName).filter((name) => !(name in allowed))).toEqual([]);
  });

  test('the list allows nothing that is not in the lock', () => {
    const names = new Set(locked.map(realName));
    const allowedNames = Object.keys(allowed).filter((name) => allowed[name]);
    expect(allowedNames.filter((name) => !names.has(name))).toEqual([]);
  });
});
