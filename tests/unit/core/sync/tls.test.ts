import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createHttpTransport } from '../../../../src-main/core/sync/http-transport.ts';
import { ServerFault } from '../../../../src-main/core/sync/server-transport.ts';
import { protocolVersion } from '../../../../src-shared/sync/protocol.ts';
import { type Certificate, selfSigned } from '../../../support/certificates.ts';

let own: Certificate;
let other: Certificate;
let elsewhere: Certificate;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postmappe-tls-'));
  own = selfSigned(folder, 'own');
  other = selfSigned(folder, 'other');
  elsewhere = selfSigned(folder, 'elsewhere', 'DNS:schule.example');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const identity = {
  product: 'postmappe',
  serverId: '01a20c23-c300-7000-800f-0000000000e1',
  protocols: [protocolVersion],
  setUp: true,
  schools: [],
  sealingKey: 'a',
};

/** What comes of asking a server that says who it is. */
async function askedOf(server: Server | ReturnType<typeof createPlainServer>, ca?: string) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const transport = createHttpTransport({ url: `https://127.0.0.1:${port}`, ...(ca ? { ca } : {}) });
  onTestFinished(async () => {
    await transport.close();
    server.closeAllConnections();
    server.close();
  });
  return transport.identity().then(
    () => 'trusted',
    (error: unknown) => (error instanceof ServerFault ? error.kind : String(error)),
  );
}

describe('S02: a server is believed by its certificate alone', () => {
  const answering = (as = own) => createServer(as, (_, response) => response.end(JSON.stringify(identity)));

  test("by one of the school's own authority", async () => {
    expect(await askedOf(answering(), own.cert)).toBe('trusted');
  });

  test.each([
    ['nobody vouches for', undefined],
    ["another authority's", 'other'],
  ])('not by one that is %s', async (_, authority) => {
    expect(await askedOf(answering(), authority && other.cert)).toBe('untrusted');
  });

  test('not by one for another name', async () => {
    expect(await askedOf(answering(elsewhere), elsewhere.cert)).toBe('untrusted');
  });

  test('not without one: a server that speaks no TLS', async () => {
    const asked: unknown[] = [];
    const plain = createPlainServer((request, response) => {
      asked.push(request.url);
      response.end(JSON.stringify(identity));
    });
    expect(await askedOf(plain, own.cert)).toBe('untrusted');
    expect(asked).toEqual([]);
  });
});
