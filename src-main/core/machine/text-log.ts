import type { Log, LogDetails } from '../environment.ts';

/** Writes events as lines: `2026-11-24T07:12:00.000Z warn cache.damaged kind=SqliteError`. */
export function createTextLog(
  write: (line: string) => void,
  options: { readonly quiet?: boolean } = {},
): Log {
  const say = (level: string, event: string, details: LogDetails = {}) => {
    const facts = Object.entries(details).map(([key, value]) => ` ${key}=${String(value)}`);
    write(`${new Date().toISOString()} ${level} ${event}${facts.join('')}`);
  };
  const quiet = options.quiet ?? process.env.POSTMAPPE_LOG !== 'info';
  return {
    info: (event, details) => {
      if (!quiet) say('info', event, details);
    },
    warn: (event, details) => say('warn', event, details),
  };
}
