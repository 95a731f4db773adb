import type { Transport } from '../../src-shared/contract/message.ts';
import { createBrowserServices } from '../host/browser-services.ts';
import { createElectronServices } from '../host/electron-services.ts';
import type { HostServices } from '../host/host-services.ts';
import { openWebSocketTransport } from './web-socket-transport.ts';

declare global {
  interface Window {
    /** Put there by the preload of the Electron host. */
    readonly postmappe?: Transport;
  }
}

export interface Connection {
  readonly transport: Transport;
  readonly host: HostServices;
}

/** The only place that knows which host the window is in. */
export function connect(page: Window): Connection {
  if (page.postmappe) return { transport: page.postmappe, host: createElectronServices(page) };
  const { protocol, host } = page.location;
  const url = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/core`;
  return { transport: openWebSocketTransport(url), host: createBrowserServices(page) };
}
