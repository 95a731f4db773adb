import { isOwnBlob, parseOwnUrl } from './app-origin.ts';
import { isPdfViewer } from './decide-request.ts';

/**
 * Whether a frame may go to a URL. The window itself stays in the app's own origin; a frame inside it shows
 * a file the page has made (a PDF to print) or Chromium's viewer for it, nothing else.
 */
export function mayNavigate({ url, isMainFrame }: { url: string; isMainFrame: boolean }): boolean {
  return isMainFrame ? parseOwnUrl(url) !== null : isOwnBlob(url) || isPdfViewer(url);
}
