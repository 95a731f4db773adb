import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { ServerParts } from './parts.ts';

/** `/health` for a watchdog, `/metrics` for Prometheus: counts and times only, no names, no ids. */
export function addObserveRoutes(server: FastifyInstance, parts: ServerParts): void {
  const registry = new Registry();
  const seconds = new Histogram({
    name: 'postmappe_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
    buckets: [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 1, 5],
  });
  new Gauge({
    name: 'postmappe_streams',
    help: 'Connected staff apps',
    registers: [registry],
    collect() {
      this.set(parts.sync.streams.size);
    },
  });
  new Gauge({
    name: 'postmappe_memory_bytes',
    help: 'Resident memory',
    registers: [registry],
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.labels(route, request.method, String(reply.statusCode)).observe(reply.elapsedTime / 1000);
  });
  server.get('/health', async (_request, reply) => {
    try {
      await parts.database.reader.selectFrom('serverFact').select('id').limit(1).execute();
      return { status: 'ok', database: parts.database.dialect };
    } catch {
      return reply.code(503).send({ status: 'databaseAway', database: parts.database.dialect });
    }
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}
