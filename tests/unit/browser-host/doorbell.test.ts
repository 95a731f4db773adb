import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  answerRing,
  findBell,
  hangBell,
  isFromApp,
  randomText,
  ring,
  takeBellDown,
} from '../../../src-main/hosts/browser/doorbell.ts';
import { scratchFolder } from '../../support/desk/scratch-folder.ts';

const newBell = () => ({ origin: 'http://127.0.0.1:4711', server: 'https://s', secret: randomText() });
const address = 'http://127.0.0.1:4711/?token=t';

describe('a second start', () => {
  test('that knows the secret gets an address, and can tell that it comes from the app', () => {
    const bell = newBell();
    const asked = ring(bell);
    const answer = answerRing(bell, asked, () => address);
    expect(answer?.address).toBe(address);
    expect(isFromApp(bell, asked, answer ?? { address: '', proof: '' })).toBe(true);
  });

  test('never sends the secret, and never rings the same way twice', () => {
    const bell = newBell();
    const [first, second] = [ring(bell), ring(bell)];
    expect(JSON.stringify(first)).not.toContain(bell.secret);
    expect(first).not.toEqual(second);
  });

  test('of somebody who does not know it gets nothing, and invites nobody', () => {
    const bell = newBell();
    const invite = () => {
      throw new Error('nobody is invited');
    };
    const stranger = ring(newBell());
    expect(answerRing(bell, stranger, invite)).toBeUndefined();
    expect(answerRing(bell, { ...ring(bell), nonce: stranger.nonce }, invite)).toBeUndefined();
    expect(answerRing(bell, { nonce: stranger.nonce, proof: '' }, invite)).toBeUndefined();
  });

  test('is not led astray by whoever has the port after the app was killed', () => {
    const bell = newBell();
    const asked = ring(bell);
    const answer = answerRing(bell, asked, () => address);
    const proof = answer?.proof ?? '';
    expect(isFromApp(bell, asked, { address: 'http://127.0.0.1:4712/?token=t', proof })).toBe(false);
    expect(isFromApp(bell, ring(bell), { address, proof })).toBe(false);
    expect(isFromApp(bell, asked, { address, proof: asked.proof })).toBe(false);
  });
});

describe('the file it reads', () => {
  test('is for its owner alone, and goes with the app', async () => {
    const folder = scratchFolder();
    const bell = newBell();
    await hangBell(folder, bell);
    expect(await findBell(folder)).toEqual(bell);
    const [name = ''] = readdirSync(folder);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    await takeBellDown(folder);
    expect(readdirSync(folder)).toEqual([]);
    await takeBellDown(folder);
  });

  test.each(['', '{}', '{"origin":"http://evil.example","server":"","secret":""}'])(
    'says nothing when it is damaged or of another kind: %j',
    async (content) => {
      const folder = scratchFolder();
      writeFileSync(join(folder, 'running.json'), content);
      expect(await findBell(folder)).toBeUndefined();
    },
  );
});
