// Completes package-lock.json after `npm install`.
//
// npm drops optional platform packages (the same tool for another operating system) from the lock
// when the registry it talked to could not serve them, and `npm ci` then fails everywhere with
// "Missing: … from lock file". This writes the dropped entries back, pinned to the exact version
// their parent asks for. npm runs this after each install that changed something (package.json, `dependencies`).
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OPERATING_SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
// These bring prebuilt binaries and say so (`gypfile: false`), but npm before 11 reads only the lock,
// which does not record that word, and would compile them.
const PREBUILT = ['better-sqlite3-multiple-ciphers'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * The operating system and processor a platform package is for, read from its name.
 * @param {string} name for example `@biomejs/cli-linux-arm64-musl`
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | undefined} undefined when the name names no platform
 */
export function platformOf(name) {
  const words = (name.split('/').pop() ?? name)
    .split(/[-.]/)
    .map((word) => (word === 'win' || word === 'windows' ? 'win32' : word));
  const os = OPERATING_SYSTEMS.find((candidate) => words.includes(candidate));
  const cpu = PROCESSORS.find((candidate) => words.includes(candidate));
  if (!os || !cpu) return undefined;
  const libc = words.includes('musl')
    ? ['musl']
    : words.includes('gnu') && os === 'linux'
      ? ['glibc']
      : undefined;
  return libc ? { os: [os], cpu: [cpu], libc } : { os: [os], cpu: [cpu] };
}

/**
 * Where a package's dependency would be found in the lock, walking up like Node does.
 * @param {Record<string, unknown>} packages the lock's `packages`
 * @param {string} from the dependent's key, for example `node_modules/knip`
 * @param {string} name the dependency
 */
function isLocked(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules') - 1))) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/**
 * Adds what is missing to a lock, in place.
 * @param {{ packages: Record<string, any> }} lock a parsed package-lock.json, version 3
 * @returns {string[]} the names that were added
 */
export function completeLock(lock) {
  const added = [];
  for (const [from, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version) || isLocked(lock.packages, from, name)) continue;
      const development = from === '' || entry.dev !== true ? {} : { dev: true };
      lock.packages[`node_modules/${name}`] = { version, ...platform, ...development, optional: true };
      added.push(`${name}@${version}`);
    }
  }
  for (const entry of Object.values(lock.packages)) {
    if (PREBUILT.includes(entry.name ?? '') && entry.gypfile !== false) {
      entry.gypfile = false;
      added.push(`${entry.name}: gypfile=false`);
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  return added;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock);
  if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    added.length === 0 ? 'package-lock.json is complete.' : `Added to package-lock.json: ${added.join(', ')}`,
  );
}
