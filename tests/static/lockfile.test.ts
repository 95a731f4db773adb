import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeLock } from '../../config/complete-lock.mjs';

type Entry = { version?: string; resolved?: string; integrity?: string; optional?: boolean; link?: boolean };

function readLock(): { packages: Record<string, Entry> } {
  return JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
}

describe('package-lock.json', () => {
  test('names no download address, so it works with any registry', () => {
    const withAddress = Object.entries(readLock().packages).filter(([, entry]) => entry.resolved);
    expect(withAddress).toEqual([]);
  });

  test('holds the platform packages of every system, so npm ci works on all of them', () => {
    expect(completeLock(readLock())).toEqual([]);
  });

  test('carries a checksum for every package that is not an optional platform package', () => {
    const without = Object.entries(readLock().packages).filter(
      ([place, entry]) => place !== '' && !entry.integrity && !entry.optional,
    );
    expect(without).toEqual([]);
  });
});

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const wanted: Record<string, string> = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };

  test('pins every package to one exact version', () => {
    const loose = Object.entries(wanted).filter(
      ([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+[-.\w]*$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('has all Mantine packages at the same version', () => {
    const versions = Object.entries(wanted).filter(([name]) => name.startsWith('@mantine/'));
    expect(versions.length).toBeGreaterThan(0);
    expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
  });
});
