import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_NOW } from '../support/processes/demo-server.ts';
import { DeskLine } from '../support/processes/desk-line.ts';
import { Program } from '../support/processes/program.ts';
import { Stage } from '../support/processes/stage.ts';

const ADDRESS = /^Postmappe: (http\S+)/;

describe('npm start', () => {
  let stage: Stage;
  const start = (...args: string[]) =>
    stage.keep(new Program(['config/start.ts', '--data', join(stage.folder, 'demo'), '--no-open', ...args]));
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.end());

  it('a second time, as somebody else, joins the demo school that runs', async () => {
    const office = start('--demo-now', DEMO_NOW);
    const [, first = ''] = await office.line(ADDRESS);
    const teacher = start('--as', 'teacher');
    const [, second = ''] = await teacher.line(ADDRESS);
    expect(teacher.output).toMatch(/^Demo school: \S+ \(running already/m);
    const lines = [await DeskLine.enter(first), await DeskLine.enter(second)];
    for (const line of lines) await line.synchronous();
    const states = await Promise.all(lines.map((line) => line.get('session.state', {})));
    expect(states.map(({ person }) => person?.role)).toEqual(['schoolOffice', 'teacher']);
    // One clock: the second has no --demo-now of its own.
    expect(states.map(({ now }) => now.slice(0, 10))).toEqual([DEMO_NOW.slice(0, 10), DEMO_NOW.slice(0, 10)]);
    expect(await teacher.stop()).toBe(0);
    await lines[0]?.get('sync.now', {});
    expect(await lines[0]?.get('session.state', {})).toMatchObject({ server: { reachable: true } });
    expect(await office.stop()).toBe(0);
  });

  it('says in one sentence what it can not make sense of', async () => {
    for (const [args, sentence] of [
      [['--as', 'parent'], /^--as parent: there are office, principal and teacher\.$/],
      [['--demo-now', 'soon'], /^--demo-now soon: write a time such as/],
      [['--nothing'], /--help lists all options/],
    ] as const) {
      const started = start(...args);
      expect(await started.ended()).toBe(1);
      expect(started.lines).toEqual([expect.stringMatching(sentence)]);
    }
  });
});
