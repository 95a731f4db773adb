import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { ServerDatabase } from '../../src-server/database/server-database.ts';
import { createServer } from '../../src-server/http/create-server.ts';
import { createServerParts, type ServerParts } from '../../src-server/http/parts.ts';
import { Passwords } from '../../src-server/identity/passwords.ts';
import { FoundedSchool, foundSmallSchool } from './founded-school.ts';
import { TestClock } from './test-clock.ts';
import { type DatabasePlace, type Engine, newDatabasePlace, openMigrated } from './test-database.ts';

/** As cheap as argon2 gets: these tests are not about its cost. */
export const cheapPasswords = { memoryCost: 64, timeCost: 1 };

/** The server of a test file, on one engine, over one database with as many schools as its tests ask for. */
export interface TestServer {
  readonly database: ServerDatabase;
  readonly place: DatabasePlace;
  readonly parts: ServerParts;
  readonly clock: TestClock;
  /** The HTTP face; `inject` needs no listener. */
  readonly http: FastifyInstance;
  /** Everything the server has written to its log, as JSON lines. */
  readonly log: () => string;
  /** A small school of its own, for one test. */
  readonly newSchool: () => Promise<FoundedSchool>;
  readonly close: () => Promise<void>;
}

/** Starts a server over a fresh database; the caller closes it. */
export async function startTestServer(engine: Engine, clock = new TestClock()): Promise<TestServer> {
  return serveDatabase(await newDatabasePlace(engine), clock);
}

/** Starts a server over a database that may hold something already. */
export async function serveDatabase(place: DatabasePlace, clock = new TestClock()): Promise<TestServer> {
  const database = await openMigrated(place);
  const { logger, text } = capturedLog();
  const made = await createServerParts(database, clock, (message, facts) => logger.warn(facts, message));
  const parts: ServerParts = { ...made, passwords: new Passwords(cheapPasswords) };
  const http = await createServer(parts, { logger, requestsPerMinute: 1_000_000 });
  await http.ready();
  return {
    database,
    place,
    parts,
    clock,
    http,
    log: text,
    newSchool: async () => new FoundedSchool(parts, await foundSmallSchool(parts)),
    close: async () => {
      await http.close();
      await database.close();
      await place.remove();
    },
  };
}

/** A server for all tests of the enclosing `describe`. */
export function useServer(engine: Engine): () => TestServer {
  let running: TestServer | undefined;
  beforeAll(async () => {
    running = await startTestServer(engine);
  });
  afterAll(async () => {
    await running?.close();
  });
  return () => {
    if (!running) throw new Error('the server is started before the first test');
    return running;
  };
}

function capturedLog() {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { logger: pino({ level: 'trace' }, sink), text: () => lines.join('') };
}
