import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { serverAddressSchema } from './server-address.ts';

/** The file an administrator lays down once per PC, or for one user: where the server is, and little else. */
export const hostSettingsSchema = z.strictObject({
  server: serverAddressSchema.optional(),
  /** File with the certificate of the school's own authority (PEM). */
  ca: z.string().min(1).optional(),
  /** System-wide keys that bring the window to the front, in Electron's notation; off when missing. */
  globalShortcut: z.string().min(3).max(60).optional(),
  /** Where new versions are announced; nothing is asked when missing. Only with TLS. */
  updates: z.strictObject({ url: z.url({ protocol: /^https$/ }) }).optional(),
  /** Folder for the sheets of a morning without computers. */
  downtimeFolder: z.string().min(1).optional(),
});
export type HostSettings = z.output<typeof hostSettingsSchema>;

export type ReadSettings =
  | { readonly ok: true; readonly settings: HostSettings }
  /** `place` names the setting, or the whole file when it is not JSON. */
  | { readonly ok: false; readonly file: string; readonly place: string };

export const SETTINGS_FILE = 'postmappe.json';

/** Where the settings for all users of a PC lie. */
export function machineFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return join(env.PROGRAMDATA ?? 'C:\\ProgramData', 'Postmappe');
  return platform === 'darwin' ? '/Library/Application Support/Postmappe' : '/etc/postmappe';
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    return '';
  }
}

function parse(text: string): z.ZodSafeParseResult<HostSettings> {
  try {
    return hostSettingsSchema.safeParse(JSON.parse(text));
  } catch {
    return hostSettingsSchema.safeParse(null);
  }
}

/**
 * Reads settings files.
 * @param files weakest first; a file that is not there says nothing
 */
export function readHostSettings(files: readonly string[]): ReadSettings {
  let settings: HostSettings = {};
  for (const file of files) {
    const text = readText(file);
    if (text === null) continue;
    const parsed = parse(text);
    if (!parsed.success) return { ok: false, file, place: parsed.error.issues[0]?.path.join('.') || '{ }' };
    settings = { ...settings, ...parsed.data };
  }
  return { ok: true, settings };
}
