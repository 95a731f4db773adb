import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { projectRoot } from './project.ts';

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
    // One chunk with the switch that keeps zod from writing code: it is thrown before any schema is made.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|without-eval/ }] },
      },
    },
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', fs: { allow: [projectRoot] } },
});
