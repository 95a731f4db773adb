import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { isCertificate } from '../../core/sync/own-authority.ts';
import type { Electron, HostProcess } from './electron-parts.ts';
import { appFolders } from './folders.ts';
import { type HostSettings, machineFolder, readHostSettings, SETTINGS_FILE } from './host-settings.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { Desk } from './open-desk.ts';
import { openSecretStore } from './secrets.ts';
import { serverAddressSchema } from './server-address.ts';
import type { CoreStart } from './start-core.ts';
import { fill, type HostWords } from './words.ts';

/** Something a person can put right; the message is a sentence in their language. */
class StartProblem extends Error {}

function readText(file: string, words: HostWords['start']): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartProblem(fill(words.badFile, { file }));
  }
}

function readAuthority(file: string, words: HostWords['start']): string {
  const pem = readText(file, words);
  if (isCertificate(pem)) return pem;
  throw new StartProblem(fill(words.badCertificate, { file }));
}

function readSettings(ownFile: string, process: HostProcess, words: HostWords['start']): HostSettings {
  const machineFile = join(machineFolder(process.platform, process.env), SETTINGS_FILE);
  const read = readHostSettings([machineFile, ownFile]);
  if (read.ok) return read.settings;
  throw new StartProblem(fill(words.badSettings, { file: read.file, place: read.place }));
}

function serverUrl(address: string | undefined, ownFile: string, words: HostWords['start']): string {
  if (!address) throw new StartProblem(fill(words.noServer, { file: ownFile }));
  const checked = serverAddressSchema.safeParse(address);
  if (checked.success) return checked.data;
  throw new StartProblem(fill(words.badServer, { address }));
}

/** What the core is told: options of this start before settings, settings before what is usual. */
function coreStart(
  app: Electron['app'],
  options: LaunchOptions,
  settings: HostSettings,
  words: HostWords['start'],
): Omit<CoreStart, 'resourcesFolder'> {
  const userData = app.getPath('userData');
  const usual = options.data ? join(userData, 'downtime') : join(app.getPath('documents'), 'Postmappe');
  const ca = options.ca ?? settings.ca;
  const { demoNowMs, signIn } = options;
  const password = signIn ? readText(signIn.passwordFile, words).split(/\r?\n/)[0] : undefined;
  return {
    dataFolder: join(userData, 'desk'),
    downtimeFolder: resolve(options.downtimeFolder ?? settings.downtimeFolder ?? usual),
    deviceName: hostname().slice(0, 80),
    serverUrl: serverUrl(options.server ?? settings.server, join(userData, SETTINGS_FILE), words),
    ...(ca ? { ca: readAuthority(ca, words) } : {}),
    ...(demoNowMs === null ? {} : { clockAheadMs: demoNowMs - Date.now() }),
    ...(signIn && password ? { signInAs: { userName: signIn.userName, password } } : {}),
  };
}

/**
 * Everything the desk needs. Call it when Electron is ready.
 * @returns a sentence instead, when something is missing that a person can put right
 */
export async function gatherDesk(
  { app, safeStorage }: Electron,
  process: HostProcess,
  options: LaunchOptions,
  words: HostWords,
): Promise<Desk | string> {
  try {
    const settings = readSettings(join(app.getPath('userData'), SETTINGS_FILE), process, words.start);
    const core = coreStart(app, options, settings, words.start);
    const { serverUrl } = core;
    const secrets = await openSecretStore(safeStorage, process.platform, { serverUrl, demo: options.demo });
    if (!secrets) return words.start.noKeyRing;
    const folders = appFolders({
      isPackaged: app.isPackaged,
      appPath: app.getAppPath(),
      resourcesPath: process.resourcesPath,
    });
    return {
      process,
      words,
      settings,
      secrets,
      folders,
      core: { ...core, resourcesFolder: folders.resources },
    };
  } catch (error) {
    if (error instanceof StartProblem) return error.message;
    throw error;
  }
}
