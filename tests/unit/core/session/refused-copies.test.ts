import { rmSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { aCall } from '../../../support/builders/absences.ts';
import type { Desk } from '../../../support/desk/desk.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';
import { AbandonedDesk, calm } from '../../../support/desk/unsent-calls.ts';

let left: AbandonedDesk;

beforeEach(async () => {
  left = await AbandonedDesk.in(scratchFolder());
});

/** A call is typed offline and refused when the device delivers it behind the locked screen. */
async function refusedWhileLocked(): Promise<Desk> {
  const desk = await left.open();
  await desk.signIn();
  left.server.down = true;
  left.server.breakStreams();
  const studentId = AbandonedDesk.students[0]?.id ?? '';
  await desk.get('absences.record', aCall({ studentId, remark: 'XTYPEDX' }));
  await desk.get('session.lock', {});
  left.server.refuse.set('absences.record', 'rangeReversed');
  left.server.down = false;
  await calm(desk);
  expect(left.server.calls).toContain('deliver');
  return desk;
}

describe('I7: an entry that is refused while its author is away', () => {
  test('is told to its author at the next sign-in, with all that was typed', async () => {
    const desk = await refusedWhileLocked();
    expect(await desk.signIn()).toBe('signedIn');
    await calm(desk);
    expect(await desk.get('sync.state', {})).toMatchObject({ pending: 0, attention: 1 });
    expect(JSON.stringify(await desk.get('sync.entries', {}))).toContain('XTYPEDX');
    expect(left.server.handedOver).toEqual([]);
  });

  test('is not delivered again and again, and waits for nobody', async () => {
    const desk = await refusedWhileLocked();
    const deliveries = () => left.server.calls.filter((call) => call === 'deliver').length;
    const before = deliveries();
    await calm(desk);
    expect(deliveries()).toBe(before);
  });

  test('goes to the office when the cache is lost before that', async () => {
    const desk = await refusedWhileLocked();
    await desk.close();
    const { cacheFile } = left;
    for (const end of ['', '-wal', '-shm']) rmSync(cacheFile + end, { force: true });
    const again = await left.startAgain();
    await calm(again);
    expect(left.server.handedOver).toMatchObject([{ name: 'absences.record', args: { remark: 'XTYPEDX' } }]);
  });
});
