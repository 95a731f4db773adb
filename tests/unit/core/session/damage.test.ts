import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../src-main/core/database/open-database.ts';
import { aCall } from '../../../support/builders/absences.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';
import { AbandonedDesk, calm, flipByte } from '../../../support/desk/unsent-calls.ts';

let left: AbandonedDesk;

beforeEach(async () => {
  left = await AbandonedDesk.in(scratchFolder());
});

describe('R14: a cache that was damaged', () => {
  test.each([
    ['cut in half', () => truncateSync(left.cacheFile, readFileSync(left.cacheFile).length >> 1)],
    ['emptied', () => truncateSync(left.cacheFile, 0)],
    ['deleted', () => rmSync(left.cacheFile)],
    ['overwritten', () => writeFileSync(left.cacheFile, 'Dies ist keine Datenbank. '.repeat(500))],
    ['changed in its first page', () => flipByte(left.cacheFile, 20)],
  ])('%s: the calls are sent from the file or their sealed copies', async (_, damage) => {
    await left.leaveCalls();
    damage();
    const desk = await left.startAgain();
    await calm(desk);
    expect(await left.absencesOnServer()).toHaveLength(3);
    expect((await desk.get('today.office', {})).absent).toBe(3);
    expect((await desk.get('session.state', {})).rescue).toEqual({ rescued: 3, listed: [] });
    expect(await desk.get('sync.state', {})).toMatchObject({ pending: 0, attention: 0 });
  });

  test('is kept aside, not deleted', async () => {
    await left.leaveCalls();
    flipByte(left.cacheFile, 20);
    await left.startAgain();
    expect(readdirSync(left.folder).some((name) => /^cache-.*\.db\.damaged-\d+$/.test(name))).toBe(true);
  });

  test('its last seconds lost with the log: the sealed copies still arrive', async () => {
    const first = await left.open();
    await first.signIn();
    await first.close();
    const before = readFileSync(left.cacheFile);
    await left.leaveCalls();
    // The file as it was before the calls: as if its log had never reached the disk.
    writeFileSync(left.cacheFile, before);
    const desk = await left.startAgain();
    await calm(desk);
    expect(await left.absencesOnServer()).toHaveLength(3);
    expect((await desk.get('today.office', {})).absent).toBe(3);
  });

  test('while somebody works: the screen comes back by itself, the person stays', async () => {
    const desk = await left.open();
    await desk.signIn();
    await desk.get('absences.record', aCall({ studentId: AbandonedDesk.students[0]?.id ?? '' }));
    await calm(desk);
    const bytes = readFileSync(left.cacheFile);
    for (let at = 4096; at < bytes.length; at += 512) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
    writeFileSync(left.cacheFile, bytes);
    // The next transaction makes the reader look at the file again.
    await desk.ask('desk.keepDraft', { callId: null, draft: null });
    expect(await desk.ask('today.office', {})).toBe('unavailable cacheDamaged');
    expect(await desk.get('session.state', {})).toMatchObject({
      phase: 'firstSync',
      person: { userName: 'yildiz' },
    });
    await calm(desk);
    expect(await desk.get('today.office', {})).toMatchObject({ students: 12, absent: 1 });
    expect((await desk.get('session.state', {})).phase).toBe('ready');
  });
});

describe('a damaged file beside the cache', () => {
  test('the device file comes back from its copy', async () => {
    await left.leaveCalls();
    writeFileSync(join(left.folder, 'device.json'), '{"version":');
    const desk = await left.startAgain();
    await calm(desk);
    expect(await left.absencesOnServer()).toHaveLength(3);
    expect((await desk.get('session.state', {})).rescue).toBeNull();
  });

  test('the postbox is begun anew and filled from the outbox', async () => {
    await left.leaveCalls();
    writeFileSync(join(left.folder, 'postbox.db'), 'keine Datenbank'.repeat(1000));
    const desk = await left.open(); // the server is still away
    expect(await desk.signIn()).toBe('signedIn');
    await desk.get('session.lock', {});
    left.server.down = false;
    await calm(desk);
    expect(await left.absencesOnServer()).toHaveLength(3);
  });

  test('what can’t be opened by anybody is listed', async () => {
    await left.leaveCalls();
    const postbox = openDatabase({ path: join(left.folder, 'postbox.db'), key: null });
    postbox.prepare(`update sealed_copy set box = 'AAAA' where rowid = 1`).run();
    postbox.close();
    truncateSync(left.cacheFile, 0);
    const desk = await left.startAgain();
    await calm(desk);
    expect(await left.absencesOnServer()).toHaveLength(2);
    const { rescue } = await desk.get('session.state', {});
    expect(rescue).toMatchObject({ rescued: 2, listed: [{ name: 'absences.record' }] });
  });
});
