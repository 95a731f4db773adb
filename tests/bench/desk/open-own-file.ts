import { openDatabase, type RawDatabase } from '../../../src-main/core/database/open-database.ts';
import { DeviceFile } from '../../../src-main/core/session/device-file.ts';
import { unwrapKey } from '../../../src-main/core/session/key-wrap.ts';
import { createHttpTransport } from '../../../src-main/core/sync/http-transport.ts';
import { snakeCase } from '../../../src-shared/tables/column.ts';
import { tableNames } from '../../../src-shared/tables/registry.ts';
import { DEMO_PASSWORD } from '../harness/demo-morning.ts';
import { benchEnvironment, type DeskPlace } from './bench-environment.ts';

/** Where a desk's cache lies and the key that opens it. */
export interface CacheFile {
  readonly path: string;
  /** 64 hex digits. */
  readonly key: string;
}

/** Finds the cache that a person's first sync has made, and its key by their password. */
export async function findCacheFile(place: DeskPlace, userName: string): Promise<CacheFile> {
  const transport = createHttpTransport({ url: place.serverUrl });
  const device = await DeviceFile.open(benchEnvironment(place, transport));
  await transport.close();
  const profile = device.profileNamed(userName);
  const key = profile?.key && (await unwrapKey(profile.key, DEMO_PASSWORD, device.osSecret));
  if (!profile || !key) throw new Error(`${userName} has no cache at this desk.`);
  return { path: device.cachePath(profile), key: Buffer.from(key).toString('hex') };
}

/** Opens a cache beside the core that works in it, for bare statements that only read. */
export function openBeside({ path, key }: CacheFile): RawDatabase {
  return openDatabase({ path, key: new Uint8Array(Buffer.from(key, 'hex')) }, { readOnly: true });
}

/** How many rows of the school a cache holds. */
export function countRows(file: CacheFile): number {
  const raw = openBeside(file);
  const counts = tableNames.map((table) =>
    Number(
      raw
        .prepare(`select count(*) from ${snakeCase(table)}`)
        .pluck()
        .get(),
    ),
  );
  raw.close();
  return counts.reduce((sum, count) => sum + count, 0);
}
