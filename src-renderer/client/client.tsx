import { createContext, type ReactNode, use } from 'react';
import type { Transport } from '../../src-shared/contract/message.ts';
import { type Ask, createAsk } from './ask.ts';
import { QueryCache } from './query-cache.ts';

/** The window's way to its core: ask, and the answers that are kept fresh. */
export interface Client {
  readonly ask: Ask;
  readonly cache: QueryCache;
}

/** A client over a transport; change notices freshen its answers. */
export function createClient(transport: Transport): Client {
  const cache = new QueryCache();
  transport.onChange((notice) => cache.notice(notice.changed));
  return { ask: createAsk(transport), cache };
}

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

/** The client of this window. */
export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('useClient needs a ClientProvider above it');
  return client;
}
