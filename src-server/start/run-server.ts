import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { migrateServer } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import type { ServerDatabase } from '../database/server-database.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { createServer } from '../http/create-server.ts';
import { createServerParts, type ServerParts } from '../http/parts.ts';
import { type Clock, systemClock } from '../sync/clock.ts';
import type { ServerArguments } from './arguments.ts';
import { takeDataFolder } from './data-folder.ts';
import { keepHouse } from './housekeeping.ts';
import { plainFault } from './plain-fault.ts';
import { UserMistake } from './user-mistake.ts';

/** A server that listens, and how to end it. */
export interface RunningServer {
  readonly url: string;
  readonly parts: ServerParts;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the on-site server as the arguments say.
 * @param say prints a line for the person at the console.
 * @throws UserMistake for whatever that person can put right.
 */
export async function runServer(
  options: ServerArguments,
  say: (line: string) => void,
): Promise<RunningServer> {
  const folder = takeDataFolder(options.data, options.keyFile);
  let database: ServerDatabase | undefined;
  try {
    database = await openDatabase(
      options.database === undefined
        ? { kind: 'sqlite', file: folder.databaseFile, key: folder.databaseKey }
        : { kind: 'postgres', url: options.database },
    );
    await migrateServer(database.writer, database.dialect);
    const logger = pino({ level: process.env.POSTMAPPE_LOG ?? 'warn' }, pino.destination(2));
    const clock = options.demoNowMs === undefined ? systemClock : clockFrom(options.demoNowMs);
    const parts = await createServerParts(database, clock, (message, facts) => logger.warn(facts, message));
    await fillDemo(parts, options, say);
    const server = await createServer(parts, {
      logger,
      ...(options.tls ? { tls: readTls(options.tls) } : {}),
    });
    const url = await listen(server, options);
    const stopHousekeeping = await keepHouse(parts);
    await inviteToSetUp(parts, { url, further: options.addSchool }, say);
    say(`listening on ${url}`);
    const opened = database;
    return {
      url,
      parts,
      stop: async () => {
        stopHousekeeping();
        await server.close();
        await parts.sync.groups.quiet();
        await opened.close();
        folder.release();
      },
    };
  } catch (error) {
    await database?.close();
    folder.release();
    throw plainFault(error, options.data);
  }
}

/** The demo school and its people, as the arguments ask. */
async function fillDemo(
  parts: ServerParts,
  options: ServerArguments,
  say: (line: string) => void,
): Promise<void> {
  if (!options.demo) return;
  const password = options.demoPassword ?? `Linde-${randomInt(100_000, 999_999)}`;
  say(`Filling the demo school (${options.demo}) …`);
  const people = await seedDemo(parts, options.demo, password);
  if (people.length === 0) say('The demo school is there already; its people keep their passwords.');
  for (const person of people)
    say(`  ${person.userName.padEnd(16)} ${person.role.padEnd(14)} password: ${password}`);
}

/** The token for the first set-up, or for a further school where whoever starts the server asks for it. */
async function inviteToSetUp(
  parts: ServerParts,
  { url, further }: { readonly url: string; readonly further: boolean },
  say: (line: string) => void,
): Promise<void> {
  const hasSchool = await parts.db.selectFrom('school').select('id').limit(1).executeTakeFirst();
  if (hasSchool && !further) return;
  const why = hasSchool ? 'A further school can be founded.' : 'This server has no school yet.';
  say(`${why} Open ${url}/set-up within 15 minutes; the code works once:`);
  say(`  ${parts.setUpDoor.open({ further: hasSchool !== undefined })}`);
  say('  For scripts see docs/operations.md, "The first school". Restart the server for a new code.');
}

async function listen(server: FastifyInstance, options: ServerArguments): Promise<string> {
  try {
    return await server.listen({ host: options.host, port: options.port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EADDRINUSE')
      throw new UserMistake(
        `Port ${options.port} is in use by another program. Stop it, or choose another with --port.`,
      );
    if (code === 'EACCES')
      throw new UserMistake(
        `Port ${options.port} is reserved for the system. Choose one above 1023 with --port.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new UserMistake(`This machine has no address ${options.host}. Choose another with --host.`);
    throw error;
  }
}

function readTls(files: { cert: string; key: string }) {
  const read = (file: string): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw new UserMistake(`The file ${file} can't be read. Please check --tls-cert and --tls-key.`);
    }
  };
  const pair = { cert: read(files.cert), key: read(files.key) };
  try {
    createSecureContext(pair);
  } catch {
    throw new UserMistake(
      `The files ${files.cert} and ${files.key} are no certificate and its private key (PEM). Please check --tls-cert and --tls-key.`,
    );
  }
  return pair;
}

/** A clock that starts at a given time and runs on from there: the demo's morning is always now. */
function clockFrom(startMs: number): Clock {
  const ahead = startMs - Date.now();
  return { nowMs: () => Date.now() + ahead };
}
