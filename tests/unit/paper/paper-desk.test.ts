import { afterEach, describe, expect, it } from 'vitest';
import { createPaperDesk, type PaperDesk, PaperFailed } from '../../../src-main/core/paper/paper-desk.ts';
import {
  type PaperPress,
  type StartPress,
  startPaperProcess,
  startPaperThread,
} from '../../../src-main/core/paper/paper-press.ts';
import { createPaperRenderer } from '../../../src-main/core/paper/render.ts';
import { CANARY, evacuationList, officeList, resourcesFolder } from './invented-school.ts';
import { readPdf } from './pdf-text.ts';

const options = { createdAt: '2026-11-24T07:14:00.000Z' };
const desks: PaperDesk[] = [];

function openDesk(startPress: StartPress, entry?: URL): PaperDesk {
  const desk = createPaperDesk({ resourcesFolder, startPress, entry });
  desks.push(desk);
  return desk;
}

afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

describe.each([
  ['process', startPaperProcess],
  ['thread', startPaperThread],
] as const)('printing in a %s', (_kind, startPress) => {
  it('gives the same bytes as printing in place', async () => {
    const here = await createPaperRenderer({ resourcesFolder }).render('officeList', officeList(5), options);
    const there = await openDesk(startPress).render('officeList', officeList(5), options);
    expect(Buffer.from(there).equals(Buffer.from(here))).toBe(true);
  });

  it('answers each of several orders with its own sheet', async () => {
    const desk = openDesk(startPress);
    const sizes = [1, 12, 40];
    const sheets = await Promise.all(
      sizes.map((size) => desk.render('officeList', officeList(size), options)),
    );
    const texts = await Promise.all(sheets.map(async (pdf) => (await readPdf(pdf)).all));
    expect(texts.map((text) => /(\d+) Kind(er)? auf der Liste/.exec(text)?.[1])).toEqual(['1', '12', '40']);
  });

  it('S30 names a failure without a word of the data, and goes on', async () => {
    const desk = openDesk(startPress);
    const wrong = { ...officeList(0), diagnosis: CANARY };
    const failure = await desk.render('officeList', wrong, options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PaperFailed);
    expect(failure).toMatchObject({ kind: 'ZodError' });
    expect(String(failure)).not.toContain(CANARY);
    expect((await desk.render('officeList', officeList(1), options)).length).toBeGreaterThan(1000);
  });

  it('fails its open orders when it is closed, and opens again with the next one', async () => {
    const desk = openDesk(startPress);
    const order = desk.render('officeList', officeList(1), options);
    desk.close();
    await expect(order).rejects.toMatchObject({ kind: 'closed' });
    expect((await desk.render('officeList', officeList(1), options)).length).toBeGreaterThan(1000);
  });

  it('fails, and does not wait for ever, when the press cannot start', async () => {
    const desk = openDesk(startPress, new URL('./nowhere.ts', import.meta.url));
    await expect(desk.render('officeList', officeList(1), options)).rejects.toBeInstanceOf(PaperFailed);
  });
});

describe('a press that dies', () => {
  it('fails the order it had and leaves the core and the next order alone', async () => {
    const presses: PaperPress[] = [];
    const desk = openDesk((entry, folder, listener) => {
      const press = startPaperProcess(entry, folder, listener);
      presses.push(press);
      return press;
    });
    const order = desk.render('evacuationList', evacuationList(20), options);
    presses[0]?.stop();
    await expect(order).rejects.toMatchObject({ kind: 'ended: SIGTERM' });
    expect((await desk.render('officeList', officeList(1), options)).length).toBeGreaterThan(1000);
    expect(presses).toHaveLength(2);
  });

  it('keeps the core free to answer while a school is printed', async () => {
    const desk = openDesk(startPaperProcess);
    await desk.render('officeList', officeList(1), options);
    let turns = 0;
    let printing = true;
    const turn = () => {
      turns += 1;
      if (printing) setImmediate(turn);
    };
    setImmediate(turn);
    await desk.render('evacuationList', evacuationList(20), options);
    printing = false;
    // Printed in place, the core would get one turn before the compiler and one after it.
    expect(turns).toBeGreaterThan(20);
  });
});
