import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CallMistake } from './app-arguments.ts';

const FILE = 'host.json';
const schema = z.object({ server: z.string() });

/**
 * The address of the school's server: the one given, else the one given last time.
 * @throws {CallMistake} when there is neither
 */
export async function rememberServer(folder: string, given: string | null): Promise<string> {
  const path = join(folder, FILE);
  if (given !== null) {
    await writeFile(path, `${JSON.stringify({ server: given })}\n`, { mode: 0o600 });
    return given;
  }
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8'))).server;
  } catch {
    throw new CallMistake(`Please say which server the app belongs to: --server https://…`);
  }
}
