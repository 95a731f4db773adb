import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { staffRoles } from '../../../src-shared/rights/roles.ts';
import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import type { CoreEnvironment } from '../environment.ts';
import { FolderUnusable } from '../machine/folder-problem.ts';

const wrappedKeySchema = z.object({
  salt: z.string(),
  cost: z.object({ memoryCost: z.number(), timeCost: z.number(), parallelism: z.number() }),
  box: z.string(),
});

const profileSchema = z.object({
  id: z.string(),
  person: z.object({
    id: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    role: z.enum(staffRoles),
    userName: z.string(),
  }),
  school: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  /** Null once the server has taken the device's trust away: what the cache holds can't be read any more. */
  key: wrappedKeySchema.nullable(),
  /** The cache has been made; a missing or empty file is then a loss, not a beginning. */
  cacheMade: z.boolean(),
});

/** Somebody who has worked at this device. */
export type Profile = z.output<typeof profileSchema>;

const deviceSchema = z.object({
  version: z.literal(1),
  deviceId: z.string(),
  /** The secret of the operating system's store, sealed by it (base64). */
  osSecret: z.string(),
  /** The school's server, once somebody has signed in there. */
  server: z
    .object({
      serverId: z.string(),
      sealingKey: z.string(),
      /** The school's short name, where the server keeps several: chosen once, for everybody at this device. */
      schoolKey: z.string().nullable().default(null),
    })
    .nullable(),
  profiles: z.array(profileSchema),
});
type DeviceFacts = z.output<typeof deviceSchema>;

const FILE = 'device.json';

/** What a device knows of itself and its people; nothing about children. */
export class DeviceFile {
  readonly #folder: string;
  readonly osSecret: Uint8Array;
  #facts: DeviceFacts;

  private constructor(folder: string, facts: DeviceFacts, osSecret: Uint8Array) {
    this.#folder = folder;
    this.#facts = facts;
    this.osSecret = osSecret;
  }

  /**
   * Reads the device file, or its last good copy; makes one when there is none. When the operating system
   * can't give its secret back (a new key ring), a new one is made: people sign in online once, and what
   * they had not sent is delivered from its sealed copies.
   * @throws {FolderUnusable} when the file is there and this user may not read it: it is not written over
   */
  static async open(environment: CoreEnvironment): Promise<DeviceFile> {
    const { dataFolder, secrets } = environment;
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    const path = join(dataFolder, FILE);
    const found = (await readFacts(path)) ?? (await readFacts(`${path}.bak`));
    if (found) {
      const secret = await secrets.unseal(Buffer.from(found.osSecret, 'base64')).catch(() => undefined);
      if (secret) return new DeviceFile(dataFolder, found, secret);
      environment.log.warn('device.secretLost');
    }
    const secret = environment.randomBytes(32);
    const sealed = Buffer.from(await secrets.seal(secret)).toString('base64');
    const deviceId = uuidV7(environment.clock.nowMs(), environment.randomBytes);
    const facts: DeviceFacts = found
      ? { ...found, osSecret: sealed }
      : { version: 1, deviceId, osSecret: sealed, server: null, profiles: [] };
    const file = new DeviceFile(dataFolder, facts, secret);
    await file.#save(facts);
    return file;
  }

  get deviceId(): string {
    return this.#facts.deviceId;
  }

  get server(): DeviceFacts['server'] {
    return this.#facts.server;
  }

  get profiles(): readonly Profile[] {
    return this.#facts.profiles;
  }

  profileNamed(userName: string): Profile | undefined {
    const wanted = userName.trim().toLowerCase();
    return this.profiles.find((profile) => profile.person.userName.toLowerCase() === wanted);
  }

  cachePath(profile: Profile): string {
    return join(this.#folder, `cache-${profile.id}.db`);
  }

  async keepServer(server: NonNullable<DeviceFacts['server']>): Promise<void> {
    await this.#save({ ...this.#facts, server });
  }

  /** Adds a profile, or replaces the one with its id or user name. */
  async keepProfile(profile: Profile): Promise<void> {
    const name = profile.person.userName.toLowerCase();
    const others = this.profiles.filter(
      (other) => other.id !== profile.id && other.person.userName.toLowerCase() !== name,
    );
    await this.#save({ ...this.#facts, profiles: [...others, profile] });
  }

  /** Written beside, flushed, then renamed over: a crash leaves the old or the new file, never half of one. */
  async #save(facts: DeviceFacts): Promise<void> {
    const path = join(this.#folder, FILE);
    const text = `${JSON.stringify(facts, null, 2)}\n`;
    for (const target of [`${path}.bak`, path]) {
      const file = await open(`${target}.new`, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${target}.new`, target);
    }
    this.#facts = facts;
  }
}

async function readFacts(path: string): Promise<DeviceFacts | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new FolderUnusable(`The file ${path} can't be read; give this user the right to read it.`);
  });
  try {
    return deviceSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
