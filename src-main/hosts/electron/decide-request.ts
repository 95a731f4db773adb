import { isOwnBlob, parseOwnUrl } from './app-origin.ts';

/** Chromium's own PDF viewer is built as an extension with this fixed id, and takes its widgets from chrome:. */
const PDF_VIEWER_ORIGINS = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/', 'chrome://resources/'];

/** Whether a URL belongs to the PDF viewer inside Chromium. */
export function isPdfViewer(url: string): boolean {
  return PDF_VIEWER_ORIGINS.some((origin) => url.startsWith(origin));
}

/**
 * Whether a page of the app may request a URL at all. The window has no network: everything it knows comes
 * over the port to the core.
 * @param devTools while developing, the developer tools load their own pages
 */
export function mayRequest(url: string, devTools: boolean): boolean {
  if (parseOwnUrl(url) !== null || isOwnBlob(url) || isPdfViewer(url)) return true;
  return devTools && url.startsWith('devtools://');
}
