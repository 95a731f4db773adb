import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { isMain, projectRoot } from './project.ts';

type Entry = { name: string; source: string; format: 'es' | 'cjs' };

/** What runs outside the window. A sandboxed preload can load one CommonJS file and nothing else. */
const ENTRIES: Entry[] = [
  { name: 'main', source: 'src-main/hosts/electron/main.ts', format: 'es' },
  { name: 'preload', source: 'src-main/hosts/electron/preload.ts', format: 'cjs' },
  { name: 'core-worker', source: 'src-main/core/core-worker.ts', format: 'es' },
  { name: 'paper-worker', source: 'src-main/core/paper/paper-worker.ts', format: 'es' },
  { name: 'server', source: 'src-server/main.ts', format: 'es' },
];

/** Packages stay outside (they are packed beside, some are native), except in the preload. */
function isExternal(format: Entry['format'], id: string): boolean {
  if (id === 'electron' || id.startsWith('node:')) return true;
  return format === 'es' && /^[^./\0]/.test(id) && !/^[A-Za-z]:/.test(id);
}

async function buildEntry(root: string, outDir: string, { name, source, format }: Entry): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: join(root, source) },
        external: (id) => isExternal(format, id),
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          codeSplitting: false,
        },
      },
    },
    ssr: { noExternal: format === 'cjs' ? true : undefined },
  });
}

/**
 * Bundles main, preload, core and server for Electron.
 * @param root the project's folder
 * @param outDir where to, by default dist/electron
 * @returns the names that were built; an entry whose source does not exist is left out
 */
export async function buildMain(root: string, outDir = join(root, 'dist/electron')): Promise<string[]> {
  const entries = ENTRIES.filter(({ source }) => existsSync(join(root, source)));
  for (const entry of entries) await buildEntry(root, outDir, entry);
  return entries.map(({ name }) => name);
}

if (isMain(import.meta.url)) {
  const built = await buildMain(projectRoot);
  console.log(`dist/electron: ${built.join(', ') || 'nothing to build yet'}.`);
}
