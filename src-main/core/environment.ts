import type { ServerTransport } from './sync/server-transport.ts';

/** The time, and timers that run by it. Injected so that a simulation can own the clock. */
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Calls back once after `ms` milliseconds. @returns how to call it off */
  after(ms: number, callback: () => void): () => void;
}

/** The operating system's secret store. What was sealed here can be unsealed by this user on this machine only. */
export interface SecretStore {
  seal(bytes: Uint8Array): Promise<Uint8Array>;
  /** @throws when the key ring is gone or was replaced */
  unseal(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Facts for a log: codes and counts. Never a name, never health data, never what somebody typed. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;
export interface Log {
  info(event: string, details?: LogDetails): void;
  warn(event: string, details?: LogDetails): void;
}

/** Everything the staff core needs of the machine it runs on; a host or a test gives it. */
export interface CoreEnvironment {
  /** Folder for caches and the device file; made if it is missing. */
  readonly dataFolder: string;
  /** Where the sheets for a morning without computers are laid; null: nowhere. */
  readonly downtimeFolder: string | null;
  /** The folder `resources`: letter templates, fonts, words. */
  readonly resourcesFolder: string;
  readonly deviceName: string;
  readonly secrets: SecretStore;
  readonly clock: Clock;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly log: Log;
  readonly server: ServerTransport;
}
