import { createBrowserServices } from './browser-services.ts';
import type { HostServices } from './host-services.ts';

/**
 * The operating system inside Electron. The host answers the page's own means natively: a download with the
 * save dialog, `Notification` with the desktop's, a new window with the standard browser. Nobody has to be
 * asked for notifications there.
 */
export function createElectronServices(page: Window): HostServices {
  const services = createBrowserServices(page);
  const state = () => (services.supports.notify ? 'allowed' : 'missing');
  return {
    ...services,
    notifyState: state,
    allowNotifications: async () => state(),
  };
}
