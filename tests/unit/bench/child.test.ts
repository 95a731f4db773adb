import { describe, expect, it } from 'vitest';
import { withLab } from '../../bench/harness/lab.ts';
import type { EchoChild } from './echo-child.ts';

const echo = new URL('./echo-child.ts', import.meta.url);

describe('a child process of a benchmark', () => {
  it('answers each question under its own name, in whatever order they end', async () => {
    await withLab(async (lab) => {
      const child = await lab.child<EchoChild>(echo, { BENCH_WORD: 'Heute' });
      const late = child.ask('later', 'a');
      expect(await child.ask('twice', 21)).toBe(42);
      expect(await child.ask('letGo', null)).toBe('let go');
      expect(await late).toBe('a');
      expect(await child.ask('word', null)).toBe('Heute');
    });
  });

  it('passes a failure on and goes on answering', async () => {
    await withLab(async (lab) => {
      const child = await lab.child<EchoChild>(echo);
      await expect(child.ask('fail', 'no rows')).rejects.toThrow('no rows');
      expect(await child.ask('twice', 1)).toBe(2);
    });
  });

  it('fails what is asked of a process that has ended', async () => {
    await withLab(async (lab) => {
      const child = await lab.child<EchoChild>(echo);
      await expect(child.ask('end', 3)).rejects.toThrow('ended with status 3');
      await child.stop();
    });
  });
});
