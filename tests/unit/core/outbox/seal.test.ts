import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeSealingKeyPair, openBox, seal } from '../../../../src-main/core/outbox/seal.ts';
import { sealedBoxFormat } from '../../../../src-shared/sync/sealed-entry.ts';
import { anId } from '../../../support/builders/ids.ts';
import { at } from '../../../support/builders/school.ts';

const keys = makeSealingKeyPair();
const plaintext = {
  delegation: 'delegation',
  entry: {
    id: anId(),
    name: 'absences.record',
    args: { remark: 'Bauchweh, kommt später' },
    occurredAt: at('07:40'),
    dependsOn: [anId()],
  },
};

describe('a sealed entry', () => {
  test('is opened by the server’s key alone', () => {
    const box = seal(keys.publicKey, plaintext);
    expect(openBox(keys, box)).toEqual(plaintext);
    expect(openBox(makeSealingKeyPair(), box)).toBeUndefined();
  });

  test('has the form that is written down', () => {
    const bytes = Buffer.from(seal(keys.publicKey, plaintext), 'base64');
    const { publicKeyBytes, nonceBytes, tagBytes } = sealedBoxFormat;
    const text = Buffer.byteLength(JSON.stringify(plaintext));
    expect(bytes.length).toBe(publicKeyBytes + nonceBytes + text + tagBytes);
    expect(bytes.includes('Bauchweh')).toBe(false);
  });

  test('is another one each time', () => {
    expect(seal(keys.publicKey, plaintext)).not.toBe(seal(keys.publicKey, plaintext));
  });

  test('any text survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (remark) => {
        const entry = { ...plaintext.entry, args: { remark } };
        expect(openBox(keys, seal(keys.publicKey, { ...plaintext, entry }))?.entry.args).toEqual({ remark });
      }),
      { numRuns: 50 },
    );
  });

  test('a changed bit anywhere spoils it, without an exception', () => {
    const bytes = Buffer.from(seal(keys.publicKey, plaintext), 'base64');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        const at = Math.floor(bit / 8);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << (bit % 8)), at);
        // X25519 ignores the highest bit of a public key; the salt does not.
        expect(openBox(keys, changed.toString('base64'))).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  test.each(['', 'x', 'AAAA', '!!!', Buffer.alloc(60).toString('base64')])('rubbish is no box: %j', (box) => {
    expect(openBox(keys, box)).toBeUndefined();
  });
});
