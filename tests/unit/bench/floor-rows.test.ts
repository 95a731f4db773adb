import { describe, expect, it } from 'vitest';
import { withLab } from '../../bench/harness/lab.ts';
import { floorNote, openFloorFile } from '../../bench/sync/floor-rows.ts';

describe('the floor of syncing', () => {
  it('keeps the rows of a sick note in an encrypted file with the tables of a cache', async () => {
    await withLab(async (lab) => {
      const file = await openFloorFile(lab.fresh('floor.db'));
      lab.later(() => file.raw.close());
      let told = 0;
      for (let n = 0; n < 3; n += 1) {
        file.write(floorNote(), () => {
          told += 1;
        });
      }
      expect(told).toBe(3);
      for (const table of ['absence', 'absence_mark', 'absence_report', 'absence_event']) {
        expect(file.raw.prepare(`select count(*) from ${table}`).pluck().get()).toBe(3);
      }
      expect(file.raw.pragma('cipher', { simple: true })).toBe('sqlcipher');
      expect(file.raw.pragma('synchronous', { simple: true })).toBe(2);
    });
  });

  it('undoes a note whose entry could not be kept', async () => {
    await withLab(async (lab) => {
      const file = await openFloorFile(lab.fresh('floor.db'));
      lab.later(() => file.raw.close());
      expect(() =>
        file.write(floorNote(), () => {
          throw new Error('full');
        }),
      ).toThrow('full');
      expect(file.raw.prepare('select count(*) from absence').pluck().get()).toBe(0);
    });
  });
});
