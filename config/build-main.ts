import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { isMain, projectRoot } from './project.ts';

interface Entry {
  readonly name: string;
  readonly source: string;
  readonly format: 'es' | 'cjs';
  /** Folder below dist. */
  readonly folder: 'core' | 'electron';
  /** Which packages are imported when it runs, rather than bundled. */
  readonly isOutside: (id: string) => boolean;
}

const isPackage = (id: string) => /^[^./\0]/.test(id) && !/^[A-Za-z]:/.test(id);

/** They load a binary that lies beside them. */
const NATIVE = ['better-sqlite3', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler'];

/** The core with its packages as one script each: a third of the time and less memory than 800 modules. */
const CORE = { format: 'es', folder: 'core', isOutside: (id: string) => NATIVE.includes(id) } as const;
const HOST = { format: 'es', folder: 'electron', isOutside: isPackage } as const;
/** A sandboxed preload can load one CommonJS file and nothing else. */
const PRELOAD = { format: 'cjs', folder: 'electron', isOutside: () => false } as const;

/** What runs outside the window. The core is the same for both hosts. */
const ENTRIES: readonly Entry[] = [
  { ...HOST, name: 'main', source: 'src-main/hosts/electron/main.ts' },
  { ...PRELOAD, name: 'preload', source: 'src-main/hosts/electron/preload.ts' },
  { ...HOST, name: 'server', source: 'src-server/main.ts' },
  { ...CORE, name: 'core-worker', source: 'src-main/core/core-worker.ts' },
  { ...CORE, name: 'paper-worker', source: 'src-main/core/paper/paper-worker.ts' },
];

async function buildEntry(root: string, entry: Entry): Promise<void> {
  const { name, source, format, folder, isOutside } = entry;
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: join(root, 'dist', folder),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: { [name]: join(root, source) },
        external: (id) => id === 'electron' || id.startsWith('node:') || isOutside(id),
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          codeSplitting: false,
        },
      },
    },
    ssr: { noExternal: true },
  });
}

/**
 * Bundles what runs outside the window: the core for both hosts, and for Electron its main process and preload.
 * @param root the project's folder
 * @param folder only what goes to dist/core, or to dist/electron
 * @returns the names that were built; an entry whose source does not exist is left out
 */
export async function buildMain(root: string, folder?: Entry['folder']): Promise<string[]> {
  const entries = ENTRIES.filter((entry) => folder === undefined || entry.folder === folder).filter(
    ({ source }) => existsSync(join(root, source)),
  );
  for (const entry of entries) await buildEntry(root, entry);
  return entries.map(({ name }) => name);
}

if (isMain(import.meta.url)) {
  const built = await buildMain(projectRoot, process.argv[2] === 'core' ? 'core' : undefined);
  console.log(`dist: ${built.join(', ') || 'nothing to build yet'}.`);
}
