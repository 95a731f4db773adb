import { z } from 'zod';
import type { SecretStore } from '../environment.ts';
import type { HostEnd } from './host-end.ts';

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret'), id: z.number(), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('secretRefused'), id: z.number() }),
]);

/** The key ring belongs to the host; the core asks it over the host's port. */
export function borrowSecrets(host: HostEnd): SecretStore {
  const waiting = new Map<number, { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  host.onMessage((message) => {
    const parsed = answerSchema.safeParse(message);
    if (!parsed.success) return;
    const question = waiting.get(parsed.data.id);
    waiting.delete(parsed.data.id);
    if (parsed.data.kind === 'secret') question?.resolve(parsed.data.bytes);
    else question?.reject(new Error('The key ring did not give the secret back.'));
  });
  const ask = (kind: 'seal' | 'unseal', bytes: Uint8Array) =>
    new Promise<Uint8Array>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      host.post({ kind, id: lastId, bytes });
    });
  return { seal: (bytes) => ask('seal', bytes), unseal: (bytes) => ask('unseal', bytes) };
}
