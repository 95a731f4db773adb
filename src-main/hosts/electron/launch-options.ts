import { parseArgs } from 'node:util';
import { demoInstant } from '../../../src-shared/values/demo-clock.ts';

/** The same words as `npm run app` understands, as far as a window of its own needs them. */
export interface LaunchOptions {
  readonly server: string | null;
  /** Folder for everything this desk keeps, instead of the user's own. */
  readonly data: string | null;
  /** File with the certificate of the school's own authority (PEM). */
  readonly ca: string | null;
  readonly downtimeFolder: string | null;
  /** Signs in by itself, for demonstrations; the password is the file's first line. */
  readonly signIn: { readonly userName: string; readonly passwordFile: string } | null;
  /** Started by `npm start` for the demo school. */
  readonly demo: boolean;
  /** When this desk's clock starts, milliseconds since the epoch; for the demo school only. */
  readonly demoNowMs: number | null;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  server: text,
  data: text,
  ca: text,
  'downtime-folder': text,
  'sign-in': text,
  'password-file': text,
  demo: { type: 'boolean' },
  'demo-now': text,
} as const;

/**
 * What the app was started with. Switches of Chromium and words it does not know are let pass.
 * @param argv as the process got it
 * @param isPackaged an installed app has no script path in front of its arguments
 */
export function readLaunchOptions(argv: readonly string[], isPackaged: boolean): LaunchOptions {
  const args = argv.slice(isPackaged ? 1 : 2);
  const { values } = parseArgs({ args, options: OPTIONS, strict: false, allowPositionals: true });
  const word = (name: keyof typeof OPTIONS) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const userName = word('sign-in');
  const passwordFile = word('password-file');
  const demo = values.demo === true;
  return {
    server: word('server'),
    data: word('data'),
    ca: word('ca'),
    downtimeFolder: word('downtime-folder'),
    signIn: userName !== null && passwordFile !== null ? { userName, passwordFile } : null,
    demo,
    demoNowMs: (demo ? demoInstant(word('demo-now') ?? '') : undefined) ?? null,
  };
}
