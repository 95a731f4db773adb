import type { HostServices, NotifyState } from './host-services.ts';
import { downloadFile, printFile } from './page-files.ts';

/** The operating system as a Chromium window offers it: download, its print dialog, web notifications. */
export function createBrowserServices(page: Window): HostServices {
  const notifications = 'Notification' in page ? Notification : null;
  const state = (): NotifyState => {
    if (!notifications) return 'missing';
    if (notifications.permission === 'granted') return 'allowed';
    return notifications.permission === 'denied' ? 'denied' : 'ask';
  };
  return {
    supports: { saveFile: true, print: true, notify: notifications !== null, openLink: true },
    saveFile: (file) => downloadFile(page, file),
    print: (file) => printFile(page, file),
    notifyState: state,
    allowNotifications: async () => {
      await notifications?.requestPermission();
      return state();
    },
    notify: (text, onClick) => {
      if (!notifications || state() !== 'allowed') return false;
      const shown = new notifications('Postmappe', { body: text, tag: 'postmappe' });
      shown.addEventListener('click', () => {
        page.focus();
        shown.close();
        onClick();
      });
      return true;
    },
    openLink: (url) => {
      page.open(url, '_blank', 'noopener,noreferrer');
    },
  };
}
