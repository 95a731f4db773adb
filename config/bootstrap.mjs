// Makes a fresh clone runnable. Each npm script calls this first, with whatever Node the machine has
// (20 or newer); the script itself then runs with node_modules/.bin/node, which is Node 24.
// Nothing may be imported here that is not part of Node.
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './install-browser.mjs';
import { arePackagesInstalled, installPackages, linkOwnNode, nodeProblem } from './install-packages.mjs';

const HELP = `node config/bootstrap.mjs [--with-browser] [--quiet]
Installs the locked packages when they are missing or have changed.
  --with-browser  also finds a Chrome, Chromium or Edge, and installs one when there is none
  --quiet         speaks only when it does something`;

const OLDEST_NODE = 20;
const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {(line: string) => void} say */
async function ensurePackages(say) {
  if (arePackagesInstalled(root)) {
    linkOwnNode(root);
    say('Packages: installed.');
    return true;
  }
  if (!(await installPackages(root))) return false;
  linkOwnNode(root);
  const problem = nodeProblem(root);
  if (problem) console.error(problem);
  return problem === undefined;
}

/** @param {string[]} args */
async function bootstrap(args) {
  if (args.includes('--help')) {
    console.log(HELP);
    return true;
  }
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(`This is Node ${process.versions.node}; please install Node ${OLDEST_NODE} or newer.`);
    return false;
  }
  const say = args.includes('--quiet') ? () => {} : (/** @type {string} */ line) => console.log(line);
  if (!(await ensurePackages(say))) return false;
  return args.includes('--with-browser') ? ensureBrowser(root, say) : true;
}

bootstrap(process.argv.slice(2)).then(
  (ready) => {
    process.exitCode = ready ? 0 : 1;
  },
  (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
