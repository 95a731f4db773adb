import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CallMistake } from './app-arguments.ts';

const FILE = 'host.json';
const schema = z.object({ server: z.string(), port: z.number().int().min(1).max(65_535).optional() });

/**
 * What the host keeps from one start to the next. The port makes the window's origin, and to the origin a
 * browser ties all it keeps: the theme, the permission for notifications, compiled code.
 */
export type HostMemory = z.output<typeof schema>;

/** What an earlier start on this data folder has kept; undefined when there was none or it can't be read. */
export async function recall(folder: string): Promise<HostMemory | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Keeps it for starts that name no server and no port. */
export async function remember(folder: string, memory: HostMemory): Promise<void> {
  await writeFile(join(folder, FILE), `${JSON.stringify(memory)}\n`, { mode: 0o600 });
}

/**
 * The address of the school's server: the one given, else the one remembered in the data folder.
 * @throws {CallMistake} when there is neither
 */
export async function knownServer(folder: string, given: string | null): Promise<string> {
  const server = given ?? (await recall(folder))?.server;
  if (server === undefined)
    throw new CallMistake('Please say which server the app belongs to: --server https://…');
  return server;
}
