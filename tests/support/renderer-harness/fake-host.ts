import type { HostServices } from '../../../src-renderer/host/host-services.ts';

declare global {
  interface Window {
    /** Everything the window handed to the operating system, for tests to read. */
    handedOver?: string[];
  }
}

function hand(what: string): void {
  window.handedOver = [...(window.handedOver ?? []), what];
}

/** A host that writes down what it is asked to do. */
export const fakeHost: HostServices = {
  supports: { saveFile: true, print: true, notify: true, openLink: true },
  saveFile: (file) => hand(`save ${file.fileName}`),
  print: async (file) => {
    hand(`print ${file.fileName}`);
    return true;
  },
  notify: (text) => {
    hand(`notify ${text}`);
    return true;
  },
  notifyState: () => 'allowed',
  allowNotifications: async () => 'allowed',
  openLink: (url) => hand(`open ${url}`),
};
