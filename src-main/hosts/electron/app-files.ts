import { extname, join } from 'node:path';
import { parseOwnUrl } from './app-origin.ts';

/** What the built window consists of; anything else is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** One step of a path: a plain name. No dot first, no separator, no drive, no escape that survived decoding. */
const PLAIN_NAME = /^[\w-][\w.-]*$/;

export interface AppFile {
  readonly path: string;
  readonly mediaType: string;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/**
 * Which file answers a URL of the app's scheme.
 * @param folder the built window, an absolute path
 * @returns null for everything that is not a plain name inside the folder with a known ending
 */
export function resolveAppFile(url: string, folder: string): AppFile | null {
  const pathname = parseOwnUrl(url)?.pathname;
  const decoded = pathname === undefined ? null : decode(pathname);
  if (decoded === null) return null;
  const steps = decoded === '/' || decoded === '' ? ['index.html'] : decoded.slice(1).split('/');
  if (!steps.every((step) => PLAIN_NAME.test(step))) return null;
  const mediaType = MEDIA_TYPES[extname(steps.at(-1) ?? '').toLowerCase()];
  return mediaType ? { path: join(folder, ...steps), mediaType } : null;
}
