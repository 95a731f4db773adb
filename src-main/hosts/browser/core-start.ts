import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isCertificate } from '../../core/sync/own-authority.ts';
import { serverOrigin } from '../../core/sync/server-address.ts';
import { type AppArguments, CallMistake } from './app-arguments.ts';
import { projectRoot } from './built-app.ts';
import type { CoreStart } from './core-thread.ts';
import { knownServer } from './host-memory.ts';
import { deskFolder } from './take-folder.ts';

/**
 * What the core is told when it starts.
 * @throws {CallMistake} and others whose message is a sentence
 */
export async function coreStart(options: AppArguments): Promise<CoreStart> {
  const serverUrl = serverOrigin(await knownServer(options.data, options.server));
  const ca = options.ca === null ? undefined : await readAuthority(options.ca);
  const { signIn } = options;
  const password = signIn ? (await readText(signIn.passwordFile)).split(/\r?\n/)[0] : undefined;
  return {
    dataFolder: deskFolder(options.data),
    resourcesFolder: join(projectRoot, 'resources'),
    downtimeFolder: options.downtimeFolder,
    deviceName: hostname().slice(0, 80),
    serverUrl,
    ...(ca === undefined ? {} : { ca }),
    ...(options.demoNowMs === null ? {} : { clockAheadMs: options.demoNowMs - Date.now() }),
    ...(signIn && password ? { signInAs: { userName: signIn.userName, password } } : {}),
  };
}

async function readAuthority(path: string): Promise<string> {
  const pem = await readText(path);
  if (!isCertificate(pem)) throw new CallMistake(`The file ${path} holds no certificate (PEM); check --ca.`);
  return pem;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CallMistake(`The file ${path} can't be read.`);
  }
}
