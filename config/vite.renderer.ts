import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { projectRoot } from './project.ts';

/**
 * Names the chunk `window` for each module that the entry reaches by plain imports. Mantine is left out: its one
 * door leads to all of its components, also those that only later screens have.
 */
function loadedAtOnce(): (id: string, chunks: Chunks) => string | null {
  const entry = join(projectRoot, 'src-renderer/main.tsx');
  const reached = new Set<string>();
  return (id, chunks) => {
    const found = reached.size === 0 ? [entry] : [];
    for (let next = found.pop(); next !== undefined; next = found.pop()) {
      if (reached.has(next) || next.includes('@mantine')) continue;
      reached.add(next);
      found.push(...(chunks.getModuleInfo(next)?.importedIds ?? []));
    }
    return id !== entry && reached.has(id) ? 'window' : null;
  };
}

interface Chunks {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * The window's files, for both hosts: everything comes from the host's own origin, nothing is inlined, so
 * that the content security policy needs neither `data:` scripts nor `unsafe-inline` for them.
 */
export default defineConfig({
  root: join(projectRoot, 'src-renderer'),
  base: '/',
  plugins: [react()],
  clearScreen: false,
  logLevel: 'warn',
  build: {
    outDir: join(projectRoot, 'dist/renderer'),
    emptyOutDir: true,
    manifest: true,
    // Electron 45 and the Chromium, Chrome and Edge of the last two years.
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One chunk with the switch that keeps zod from writing code: it is thrown before any schema is made.
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|without-eval/, priority: 2 },
            // And one with whatever the first screen needs, rather than a dozen crumbs shared with later screens.
            { name: loadedAtOnce(), debugName: 'window', priority: 1 },
          ],
        },
      },
    },
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', fs: { allow: [projectRoot] } },
});
