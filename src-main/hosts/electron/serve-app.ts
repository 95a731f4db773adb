import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { resolveAppFile } from './app-files.ts';
import { APP_SCHEME } from './app-origin.ts';
import { SECURITY_HEADERS } from './content-security.ts';

function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}

/**
 * Answers the window's requests from the folder it was built into.
 * @returns a handler that never rejects: 404 for what is not there, 405 for what is not a GET
 */
export function createAppHandler(
  folder: string,
): (request: Pick<Request, 'url' | 'method'>) => Promise<Response> {
  return async ({ url, method }) => {
    if (method !== 'GET') return refusal(405);
    const file = resolveAppFile(url, folder);
    if (!file) return refusal(404);
    try {
      const bytes = await readFile(file.path);
      return new Response(new Uint8Array(bytes), {
        headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType },
      });
    } catch {
      return refusal(404);
    }
  };
}

/** Serves the built window under the app's own scheme. */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.handle(APP_SCHEME, createAppHandler(folder));
}
