import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwrapKey, wrapKey } from '../../../../src-main/core/session/key-wrap.ts';
import { aCall } from '../../../support/builders/absences.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { openDesk } from '../../../support/desk/desk.ts';
import { FakeServer } from '../../../support/desk/fake-server.ts';
import { ModelSchool } from '../../../support/desk/model-school.ts';
import { scratchFolder } from '../../../support/desk/scratch-folder.ts';

const cost = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const bytes = (fill: number) => (length: number) => new Uint8Array(length).fill(fill);

describe('S29, S30: whoever copies the data folder', () => {
  test('finds no child, no reason, no password and no token in it, nor in the log', async () => {
    const folder = scratchFolder();
    const student = aStudent({ givenName: 'XCHILDX', familyName: 'Kanarienvogel' });
    const server = new FakeServer(await ModelSchool.open({ student }));
    server.password = 'XPASSWORDX-1';
    const desk = await openDesk({ server, folder });
    await desk.signIn('XPASSWORDX-1');
    server.breakStreams();
    server.fail('push', 'away', 'away');
    await desk.get('absences.record', aCall({ studentId: student.id, remark: 'XHEALTHX' }));
    await desk.get('desk.keepDraft', { callId: null, draft: { query: 'XDRAFTX' } });
    await desk.ask(
      'absences.record',
      aCall({ studentId: student.id, remark: 'XHEALTHX', fromDay: 'XHEALTHX' }),
    );
    await desk.core.idle();

    const search = () => {
      for (const name of readdirSync(folder)) {
        const content = readFileSync(join(folder, name));
        for (const canary of ['XCHILDX', 'Kanarienvogel', 'XPASSWORDX', 'XHEALTHX', 'XDRAFTX', 'token-1']) {
          expect([name, canary, content.includes(canary)]).toEqual([name, canary, false]);
        }
      }
    };
    search();
    expect(readdirSync(folder).some((name) => name.endsWith('.db-wal'))).toBe(true);
    await desk.close();
    search();
    expect(desk.logged.join('\n')).not.toMatch(/XCHILDX|XHEALTHX|XPASSWORDX|XDRAFTX|token/);
    expect(statSync(join(folder, 'device.json')).mode & 0o077).toBe(0);
  });
});

describe('the key of a cache', () => {
  const key = bytes(7)(32);
  const osSecret = bytes(9)(32);

  test('comes back with the same password and secret alone', async () => {
    const wrapped = await wrapKey(key, 'Linde-1', osSecret, { cost, randomBytes: bytes(3) });
    expect(await unwrapKey(wrapped, 'Linde-1', osSecret)).toEqual(key);
    expect(await unwrapKey(wrapped, 'Linde-2', osSecret)).toBeUndefined();
    expect(await unwrapKey(wrapped, 'Linde-1', bytes(8)(32))).toBeUndefined();
    expect(
      await unwrapKey({ ...wrapped, box: Buffer.alloc(60).toString('base64') }, 'Linde-1', osSecret),
    ).toBe(undefined);
  });

  test('is wrapped differently by each person of one PC', async () => {
    const [first, second] = await Promise.all(
      ['Linde-1', 'Linde-2'].map((password) =>
        wrapKey(key, password, osSecret, { cost, randomBytes: bytes(3) }),
      ),
    );
    expect(first?.box).not.toBe(second?.box);
  });

  test('can still be had when the cost of hashing was raised meanwhile', async () => {
    const wrapped = await wrapKey(key, 'Linde-1', osSecret, { cost, randomBytes: bytes(3) });
    const dearer = await wrapKey(key, 'Linde-1', osSecret, {
      cost: { ...cost, timeCost: 2 },
      randomBytes: bytes(3),
    });
    expect(await unwrapKey(wrapped, 'Linde-1', osSecret)).toEqual(
      await unwrapKey(dearer, 'Linde-1', osSecret),
    );
  });
});
