import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Machine, mayFetch, type NoElectron, obstacleTo } from './decide-start.ts';
import { findElectronBinary, wantedVersion } from './installed-binary.ts';

/** A closed network refuses at once; a good one brings 120 MB within this. */
const FETCH_MS = 30_000;
/** Holds the version that could not be fetched. */
const MEMORY = join('.cache', 'electron-not-fetched');

export interface EnsureElectron {
  /** The project's folder. */
  readonly root: string;
  readonly machine: Machine;
  readonly say: (line: string) => void;
  readonly fetchMs?: number;
}

export type ElectronFound =
  | { readonly kind: 'found'; readonly binary: string }
  | { readonly kind: 'missing'; readonly why: NoElectron };

/** Runs the package's own installer, ended after a while. @returns whether it came to a good end */
function runInstaller(packageFolder: string, env: NodeJS.ProcessEnv, limitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      env,
      stdio: 'ignore',
      timeout: limitMs,
      killSignal: 'SIGKILL',
    });
    installer.once('error', () => resolve(false));
    installer.once('exit', (code) => resolve(code === 0));
  });
}

function hasFailedBefore(memory: string, version: string): boolean {
  try {
    return readFileSync(memory, 'utf8') === version;
  } catch {
    return false;
  }
}

/**
 * Finds Electron for a launcher, and tries once to fetch it where a window could be opened. A failed attempt
 * is remembered for this version (delete .cache/electron-not-fetched to try again).
 */
export async function ensureElectron(needs: EnsureElectron): Promise<ElectronFound> {
  const { root, machine, say, fetchMs = FETCH_MS } = needs;
  const obstacle = obstacleTo(machine);
  if (obstacle) return { kind: 'missing', why: obstacle };
  const place = { packageFolder: join(root, 'node_modules', 'electron'), env: machine.env };
  const installed = findElectronBinary(place);
  if (installed) return { kind: 'found', binary: installed };

  const memory = join(root, MEMORY);
  const version = wantedVersion(place.packageFolder) ?? '';
  if (!mayFetch(machine.env, false)) return { kind: 'missing', why: 'switchedOff' };
  if (!mayFetch(machine.env, hasFailedBefore(memory, version))) return { kind: 'missing', why: 'notFetched' };
  say(`Electron ${version}: fetching it once (at most ${Math.round(fetchMs / 1000)} s).`);
  const wasFetched = await runInstaller(place.packageFolder, machine.env, fetchMs);
  const binary = wasFetched ? findElectronBinary(place) : null;
  if (binary) {
    rmSync(memory, { force: true });
    return { kind: 'found', binary };
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, version);
  return { kind: 'missing', why: 'notFetched' };
}
