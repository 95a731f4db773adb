import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../config/project.ts';

function bench(...args: string[]) {
  const started = spawnSync(process.execPath, ['tests/bench/main.ts', ...args], {
    cwd: join(projectRoot),
    encoding: 'utf8',
  });
  return { status: started.status, out: started.stdout, err: started.stderr };
}

describe('npm run bench', () => {
  it('says in a sentence that it does not know a name', () => {
    const { status, out, err } = bench('coffee');
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^There is no benchmark "coffee"; there are .*search.*sync.*\.\n$/);
  });

  it('knows no inherited names', () => {
    expect(bench('constructor').status).toBe(1);
  });

  it('asks for a name, and for options it knows', () => {
    expect(bench().err).toMatch(/^Which one\? Give a name: .*\n$/);
    expect(bench('--fast').err).toMatch(/^Only --json .*\n$/);
  });

  it('helps', () => {
    const { status, out } = bench('--help');
    expect(status).toBe(0);
    for (const name of ['startup', 'search', 'sync', 'dashboard', 'rush', 'all', '--json'])
      expect(out).toContain(name);
  });
});
