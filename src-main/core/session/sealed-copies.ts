import { addDays, inTimeZone } from '../../../src-shared/values/day.ts';
import type { Cache } from '../database/cache.ts';
import { readMeta, writeMeta } from '../database/cache-meta.ts';
import type { CoreEnvironment } from '../environment.ts';
import { waitingEntries } from '../outbox/outbox-store.ts';
import type { OutboxEntry } from '../outbox/run-rule.ts';
import { seal } from '../outbox/seal.ts';
import { SENT_LOG_DAYS } from '../outbox/settle.ts';
import type { DeviceFile, Profile } from './device-file.ts';
import type { Postbox } from './postbox.ts';

/** The protocol's limit of one box (`deliverRequestSchema`), in characters. */
const LARGEST_BOX = 200_000;

/** Keeps a sealed copy of each entry in the device's postbox, until it is settled and for a while after. */
export class SealedCopies {
  readonly #environment: CoreEnvironment;
  readonly #device: DeviceFile;
  readonly #postbox: Postbox;

  constructor(environment: CoreEnvironment, device: DeviceFile, postbox: Postbox) {
    this.#environment = environment;
    this.#device = device;
    this.#postbox = postbox;
  }

  /**
   * Seals an entry that has just been stored. A failure costs the copy, not the entry: it is logged, and the
   * copy is made when the cache is opened next.
   */
  async keep(profile: Profile, cache: Cache, entry: OutboxEntry): Promise<void> {
    try {
      const delegation = await readMeta(cache.reader, 'delegation');
      if (delegation !== null) this.#keep(profile, delegation, entry);
    } catch (error) {
      this.#environment.log.warn('sealing.failed', { kind: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /**
   * Makes outbox and postbox agree: copies that are missing are made; copies whose entries are in no outbox
   * any more (the cache lost its last seconds) are delivered. Delivering one too many is harmless.
   */
  async reconcile(profile: Profile, cache: Cache): Promise<void> {
    const waiting = await waitingEntries(cache.reader);
    const kept = this.#postbox.idsOf(profile.id);
    const delegation = await readMeta(cache.reader, 'delegation');
    for (const { id, name, args, occurredAt, dependsOn } of waiting) {
      const entry = { id, name, args, occurredAt, dependsOn };
      if (!kept.delete(id) && delegation !== null) this.#keep(profile, delegation, entry);
    }
    this.#postbox.markOrphans(kept);
  }

  /** Notes, for the person to see, what neither the damaged cache nor the server could read. */
  async listUnreadable(profile: Profile, cache: Cache): Promise<void> {
    const unreadable = this.#postbox.takeUnreadable(profile.id);
    if (unreadable.length === 0) return;
    await cache.write(async (tx) => {
      const rescue = (await readMeta(tx.db, 'rescue')) ?? { rescued: 0, listed: [] };
      await writeMeta(tx.db, 'rescue', {
        rescued: Math.max(0, rescue.rescued - unreadable.length),
        listed: [...rescue.listed, ...unreadable],
      });
      tx.changes.topic('session');
    });
  }

  /** The server keeps these; their copies stay as long as the sent log does. */
  keepSent(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const oldest = addDays(inTimeZone(this.#environment.clock.nowMs(), 'UTC').day, -SENT_LOG_DAYS);
    this.#postbox.markSent(ids, oldest);
  }

  #keep(profile: Profile, delegation: string, entry: OutboxEntry): void {
    const { server } = this.#device;
    if (!server) return;
    const { id, name, occurredAt } = entry;
    const plaintext = { delegation, entry: { ...entry, dependsOn: [...entry.dependsOn] } };
    const box = seal(server.sealingKey, plaintext);
    // A part of an import can be too large to be delivered this way; it is pushed by whoever imports.
    if (box.length > LARGEST_BOX) return;
    this.#postbox.keep({ id, profileId: profile.id, name, occurredAt, box });
  }
}
