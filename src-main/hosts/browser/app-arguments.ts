import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoInstant } from '../../../src-shared/values/demo-clock.ts';

export const usage = `Usage: npm run app -- --server URL [options]

  --server URL          address of the school's server; remembered in the data folder
  --data DIR            folder for everything this desk keeps (default: the user's data folder)
  --port N              port for the window on this computer (default: the last one, else a free one)
  --no-open             open no window, only print the address
  --ca FILE             certificate of the school's own authority, PEM
  --downtime-folder DIR where the sheets for a morning without computers are laid
  --sign-in USER        sign in by itself, with --password-file (for demonstrations)
  --password-file FILE  file whose first line is the password
  --demo-now TIME       this desk's clock starts here, like the demo server's, e.g. 2026-11-24T08:14
  --help                this text`;

/** Something on the command line that a person can put right; the message is a sentence. */
export class CallMistake extends Error {}

export interface AppArguments {
  readonly server: string | null;
  readonly data: string;
  readonly port: number;
  readonly open: boolean;
  readonly ca: string | null;
  readonly downtimeFolder: string;
  readonly signIn: { readonly userName: string; readonly passwordFile: string } | null;
  /** When this desk's clock starts, milliseconds since the epoch; null: the machine's own time. */
  readonly demoNowMs: number | null;
  readonly help: boolean;
}

/** Where a desk keeps its data by default (XDG base directories; the usual places elsewhere). */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Postmappe');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Postmappe');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'postmappe');
}

/**
 * Reads the command line.
 * @throws {CallMistake} with one sentence for anything it can't make sense of
 */
export function readAppArguments(list: readonly string[]): AppArguments {
  const values = parse(list);
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CallMistake(`--port ${values.port}: a port is a number from 0 to 65535.`);
  }
  const { 'sign-in': userName, 'password-file': passwordFile } = values;
  if ((userName === undefined) !== (passwordFile === undefined)) {
    throw new CallMistake('--sign-in and --password-file go together.');
  }
  const data = resolve(values.data ?? defaultDataFolder(process.platform, process.env, homedir()));
  return {
    server: values.server ?? null,
    data,
    port,
    open: !values['no-open'],
    ca: values.ca ?? null,
    downtimeFolder: resolve(values['downtime-folder'] ?? join(data, 'downtime')),
    signIn: userName !== undefined && passwordFile !== undefined ? { userName, passwordFile } : null,
    demoNowMs: demoNowFrom(values['demo-now']),
    help: values.help ?? false,
  };
}

function demoNowFrom(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = demoInstant(text);
  if (ms === undefined) throw new CallMistake(`--demo-now ${text}: write a time such as 2026-11-24T08:14.`);
  return ms;
}

function parse(list: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...list],
      options: {
        server: text,
        data: text,
        port: text,
        'no-open': flag,
        ca: text,
        'downtime-folder': text,
        'sign-in': text,
        'password-file': text,
        'demo-now': text,
        help: flag,
      },
    }).values;
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new CallMistake(`${first} (--help lists all options).`);
  }
}
