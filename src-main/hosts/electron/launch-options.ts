import { parseArgs } from 'node:util';

export interface LaunchOptions {
  readonly server: string | null;
  /** Folder for everything this desk keeps, instead of the user's own. */
  readonly data: string | null;
  /** Started by `npm start` for the demo school. */
  readonly demo: boolean;
}

/**
 * What the app was started with. Switches of Chromium and words it does not know are let pass.
 * @param argv as the process got it
 * @param isPackaged an installed app has no script path in front of its arguments
 */
export function readLaunchOptions(argv: readonly string[], isPackaged: boolean): LaunchOptions {
  const { values } = parseArgs({
    args: argv.slice(isPackaged ? 1 : 2),
    options: { server: { type: 'string' }, data: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return { server: text(values.server), data: text(values.data), demo: values.demo === true };
}
