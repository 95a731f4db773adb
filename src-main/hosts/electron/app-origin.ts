import type { CustomScheme } from 'electron';

/** The window's files come from a scheme of our own; nothing is ever loaded from disk or from a network. */
export const APP_SCHEME = 'app';
const APP_HOST = 'postmappe';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const START_PAGE = `${APP_ORIGIN}/`;

/** What the scheme may do; told to Electron before it is ready. */
export const APP_SCHEMES: CustomScheme[] = [
  {
    scheme: APP_SCHEME,
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      codeCache: true,
      bypassCSP: false,
      allowServiceWorkers: false,
      corsEnabled: false,
      stream: false,
    },
  },
];

/** The URL, parsed, when it lies in the app's own origin; else null. Never throws. */
export function parseOwnUrl(text: string): URL | null {
  const url = URL.parse(text);
  if (!url || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null;
  return url.username === '' && url.password === '' ? url : null;
}

/** Whether a URL is a blob made by the app's own page: a file it prints or hands over. */
export function isOwnBlob(text: string): boolean {
  return text.startsWith('blob:') && parseOwnUrl(text.slice('blob:'.length)) !== null;
}
