import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CallMistake } from './app-arguments.ts';

const FILE = 'host.json';
const schema = z.object({ server: z.string() });

/**
 * The address of the school's server: the one given, else the one remembered in the data folder.
 * @throws {CallMistake} when there is neither
 */
export async function knownServer(folder: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  try {
    return schema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8'))).server;
  } catch {
    throw new CallMistake('Please say which server the app belongs to: --server https://…');
  }
}

/** Keeps the address for starts that name none. */
export async function rememberServer(folder: string, server: string): Promise<void> {
  await writeFile(join(folder, FILE), `${JSON.stringify({ server })}\n`, { mode: 0o600 });
}
