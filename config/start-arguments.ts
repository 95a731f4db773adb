import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoInstant } from '../src-shared/values/demo-clock.ts';

export const usage = `Usage: npm start [-- options]

Starts a demo school on this computer and opens the app, signed in. A second start, also as somebody else,
joins the demo that runs.

  --as office|principal|teacher   who works at the desk (default: office)
  --no-open        open no window, only print the address
  --data DIR       keep the demo here; by default each demo morning is made anew
  --demo small|large   how large the school is (default: small, 240 children)
  --demo-now TIME  the demo's clock starts here (default: 08:14 on the present or last school day)
  --port N         port of the window (default: the last one, else a free one)
  --help           this text`;

/** The demo's people that can be chosen, by their user names. */
export const demoPeople = { office: 'yildiz', principal: 'brandt', teacher: 'petersen' } as const;
export type DemoPerson = keyof typeof demoPeople;

/** Something on the command line that a person can put right; the message is a sentence. */
export class StartMistake extends Error {}

export type StartArguments = {
  as: DemoPerson;
  open: boolean;
  data: string | null;
  demo: 'small' | 'large';
  demoNow: string | null;
  port: string;
  help: boolean;
};

function parse(list: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: list,
      options: {
        as: text,
        'no-open': flag,
        data: text,
        demo: text,
        'demo-now': text,
        port: text,
        help: flag,
      },
    }).values;
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw new StartMistake(`${first} (npm start -- --help lists all options).`);
  }
}

function isDemoPerson(name: string): name is DemoPerson {
  return Object.hasOwn(demoPeople, name);
}

/**
 * Reads the command line of `npm start`.
 * @throws {StartMistake} with one sentence for anything it can't make sense of
 */
export function readStartArguments(list: string[]): StartArguments {
  const values = parse(list);
  const as = values.as ?? 'office';
  if (!isDemoPerson(as)) throw new StartMistake(`--as ${as}: there are office, principal and teacher.`);
  const demo = values.demo ?? 'small';
  if (demo !== 'small' && demo !== 'large') {
    throw new StartMistake(`--demo ${demo}: there are small and large.`);
  }
  const port = values.port ?? '0';
  if (!/^\d+$/.test(port) || Number(port) > 65_535) {
    throw new StartMistake(`--port ${port}: a port is a number from 0 to 65535.`);
  }
  const demoNow = values['demo-now'] ?? null;
  if (demoNow !== null && demoInstant(demoNow) === undefined) {
    throw new StartMistake(`--demo-now ${demoNow}: write a time such as 2026-11-24T08:14.`);
  }
  return {
    as,
    open: !values['no-open'],
    data: values.data === undefined ? null : resolve(values.data),
    demo,
    demoNow,
    port,
    help: values.help ?? false,
  };
}

/** Where programs keep what they can make again (XDG state; the usual places elsewhere). */
export function stateFolder(
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
  home: string,
): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Postmappe');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Postmappe');
  return join(env.XDG_STATE_HOME || join(home, '.local', 'state'), 'postmappe');
}
