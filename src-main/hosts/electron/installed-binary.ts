import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `node_modules/electron` keeps what it has fetched. Nothing here imports `electron`: that would fetch. */
export interface BinaryPlace {
  /** The package's folder. */
  readonly packageFolder: string;
  readonly env: NodeJS.ProcessEnv;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** The version the package wants, or null when it is not installed. */
export function wantedVersion(packageFolder: string): string | null {
  const text = read(join(packageFolder, 'package.json'));
  return text === null ? null : (/"version":\s*"([^"]+)"/.exec(text)?.[1] ?? null);
}

/**
 * The Electron program, if it lies on this machine: a copy named by ELECTRON_OVERRIDE_DIST_PATH, else the one
 * the package has fetched, as long as that is of the package's own version.
 * @returns an absolute path, or null
 */
export function findElectronBinary({ packageFolder, env }: BinaryPlace): string | null {
  const program = read(join(packageFolder, 'path.txt'));
  const foreign = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (foreign) {
    const candidates = [program, 'electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
    const paths = candidates.flatMap((name) => (name ? [join(foreign, name)] : []));
    return paths.find((path) => existsSync(path)) ?? null;
  }
  const fetched = read(join(packageFolder, 'dist', 'version'))?.replace(/^v/, '');
  if (!program || fetched !== wantedVersion(packageFolder)) return null;
  const path = join(packageFolder, 'dist', program);
  return existsSync(path) ? path : null;
}
