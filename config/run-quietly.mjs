// Runs another program without its chatter, and shows that time passes. Plain Node 20, no dependencies.
import { spawn } from 'node:child_process';

const LINES_KEPT = 25;

/** @param {string} label */
function startClock(label) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const onTerminal = process.stdout.isTTY === true;
  if (!onTerminal) console.log(`${label} …`);
  const timer = setInterval(
    () => process.stdout.write(onTerminal ? `\r${label} … ${seconds()} s` : `  … ${seconds()} s\n`),
    onTerminal ? 1000 : 10_000,
  );
  return (/** @type {string} */ outcome) => {
    clearInterval(timer);
    console.log(`${onTerminal ? '\r' : ''}${label}: ${outcome} after ${seconds()} s.`);
  };
}

/**
 * Runs a program to its end; its output is kept back and shown (the last lines) only when it fails.
 * @param {string} label what is being done, for the person who waits
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<boolean>} whether it ended with status 0
 */
export function runQuietly(label, command, args, options = {}) {
  const stop = startClock(label);
  return new Promise((resolve) => {
    /** @type {string[]} */
    let kept = [];
    const keep = (/** @type {Buffer} */ chunk) => {
      kept = [...kept, ...chunk.toString().split('\n')].slice(-LINES_KEPT);
    };
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => keep(Buffer.from(error.message)));
    child.on('close', (code) => {
      stop(code === 0 ? 'done' : 'failed');
      const said = kept.filter((line) => line.trim() !== '');
      if (code !== 0 && said.length > 0) console.error(said.map((line) => `  | ${line}`).join('\n'));
      resolve(code === 0);
    });
  });
}
