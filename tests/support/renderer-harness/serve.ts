import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, type ViteDevServer } from 'vite';

/** Serves the window over the invented core on 127.0.0.1; `port` 0 takes a free one. Close it when done. */
export async function serveHarness(port = 0): Promise<{ url: string; server: ViteDevServer }> {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-harness', import.meta.url)),
    logLevel: 'warn',
    clearScreen: false,
    plugins: [react()],
    server: {
      host: '127.0.0.1',
      port,
      fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
      watch: null,
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the harness has no address');
  return { url: `http://127.0.0.1:${address.port}`, server };
}
