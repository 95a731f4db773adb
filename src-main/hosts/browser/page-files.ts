import { extname, join } from 'node:path';

/** What the built window consists of; anything else is not served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** One step of a path: a plain name. No dot first, no separator, no drive, nothing still encoded (S26). */
const plainName = /^[\w-][\w.-]*$/;

export interface PageFile {
  readonly path: string;
  readonly mediaType: string;
  /** Names with a hash never change; the page itself must be asked for each time. */
  readonly cacheControl: string;
}

/** Which file of the folder answers a path; undefined for everything that is not a plain name inside it. */
export function pageFileFor(pathname: string, folder: string): PageFile | undefined {
  const steps = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/');
  if (!steps.every((step) => plainName.test(step))) return undefined;
  const mediaType = mediaTypes[extname(steps.at(-1) ?? '').toLowerCase()];
  if (!mediaType) return undefined;
  const isHashed = steps[0] === 'assets';
  return {
    path: join(folder, ...steps),
    mediaType,
    cacheControl: isHashed ? 'private, max-age=31536000, immutable' : 'no-store',
  };
}
