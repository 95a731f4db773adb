import type { Electron } from '../../../src-main/hosts/electron/electron-parts.ts';
import { FakeApp } from './fake-app.ts';
import { FakeUtilityProcess } from './fake-core.ts';
import { FakeMessageChannel } from './fake-ports.ts';
import { FakeSession } from './fake-session.ts';
import { type FakeFrame, FakeWindow } from './fake-window.ts';

type InvokeHandler = (event: { readonly senderFrame: FakeFrame | null }, payload: unknown) => unknown;

/** What happened on the fake desktop, and what it shall answer. */
export class FakeDesktop {
  readonly windows: FakeWindow[] = [];
  readonly cores: FakeUtilityProcess[] = [];
  readonly session = new FakeSession();
  readonly errors: string[] = [];
  readonly questions: { message: string; detail?: string }[] = [];
  /** Which button the person presses next in a message box. */
  answer = 0;
  readonly opened: string[] = [];
  readonly notifications: string[] = [];
  readonly handlers = new Map<string, InvokeHandler>();
  readonly schemes: string[] = [];
  readonly privileged: unknown[] = [];
  readonly shortcuts = new Map<string, () => void>();
  menu: unknown = null;
  /** Makes the process of a core; a test may put the real one here. */
  makeCore = (entry: string): FakeUtilityProcess => new FakeUtilityProcess(entry);
  keyRing = { backend: 'gnome_libsecret', available: true, plainText: false };
  readonly app: FakeApp;

  constructor(folder: string) {
    this.app = new FakeApp(folder, () => this.windows.filter((window) => !window.destroyed));
  }

  /** What a frame gets that calls a channel. */
  async invoke(channel: string, frame: FakeFrame | null, payload: unknown): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler({ senderFrame: frame }, structuredClone(payload)));
  }

  /** The window in front; there must be one. */
  window(): FakeWindow {
    const window = this.windows.at(-1);
    if (!window) throw new Error('no window was opened');
    return window;
  }

  /** The newest core; there must be one. */
  core(): FakeUtilityProcess {
    const core = this.cores.at(-1);
    if (!core) throw new Error('no core was started');
    return core;
  }
}

function fakeWindowClass(desktop: FakeDesktop) {
  return class extends FakeWindow {
    constructor(options: Record<string, unknown>) {
      super(options);
      desktop.windows.push(this);
      desktop.app.emit('web-contents-created', {}, this.webContents);
    }
    static fromWebContents(contents: unknown): FakeWindow | null {
      return desktop.windows.find((window) => window.webContents === contents) ?? null;
    }
  };
}

function fakeNotificationClass(desktop: FakeDesktop) {
  return class {
    static isSupported = () => true;
    readonly body: string;
    constructor({ body }: { body: string }) {
      this.body = body;
    }
    show = () => void desktop.notifications.push(this.body);
  };
}

/** Sealing by reversing: enough to see that what comes back was sealed. */
function fakeSafeStorage({ app, keyRing }: FakeDesktop) {
  const onlyWhenReady = <T>(value: T): T => {
    if (!app.ready) throw new Error('safeStorage cannot be used before app is ready');
    return value;
  };
  return {
    getSelectedStorageBackend: () => onlyWhenReady(keyRing.backend),
    isAsyncEncryptionAvailable: async () => onlyWhenReady(keyRing.available),
    setUsePlainTextEncryption: (plain: boolean) => {
      keyRing.plainText = plain;
    },
    encryptStringAsync: async (text: string) => Buffer.from(`sealed:${[...text].reverse().join('')}`),
    decryptStringAsync: async (bytes: Buffer) => {
      const text = bytes.toString();
      if (!text.startsWith('sealed:')) throw new Error('Error while decrypting the ciphertext');
      return { shouldReEncrypt: false, result: [...text.slice(7)].reverse().join('') };
    },
  };
}

/** What asks, tells or opens something on the desktop. */
function fakeDesktopParts(desktop: FakeDesktop) {
  return {
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => {
        desktop.menu = menu;
      },
    },
    dialog: {
      showErrorBox: (_title: string, sentence: string) => void desktop.errors.push(sentence),
      showMessageBox: async (...args: { message: string; detail?: string }[]) => {
        const question = args.at(-1);
        if (question) desktop.questions.push(question);
        return { response: desktop.answer };
      },
    },
    globalShortcut: {
      register: (keys: string, pressed: () => void) => {
        if (!/^[A-Za-z+]+$/.test(keys)) throw new TypeError('conversion failure');
        desktop.shortcuts.set(keys, pressed);
        return keys !== 'Alt+F4';
      },
    },
    nativeTheme: { shouldUseDarkColors: true },
    shell: {
      openExternal: async (url: string) => {
        desktop.opened.push(url);
        if (url.startsWith('tel:')) throw new Error('No application found');
      },
    },
  };
}

/** What processes, pages and schemes are made of. */
function fakeProcessParts(desktop: FakeDesktop) {
  const { app } = desktop;
  return {
    MessageChannelMain: FakeMessageChannel,
    ipcMain: { handle: (channel: string, handler: InvokeHandler) => desktop.handlers.set(channel, handler) },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => {
        app.note('registerSchemesAsPrivileged', true);
        desktop.privileged.push(...schemes);
      },
      handle: (scheme: string) => void desktop.schemes.push(scheme),
    },
    session: { defaultSession: desktop.session },
    utilityProcess: {
      fork: (entry: string) => {
        if (!app.ready) throw new Error('utilityProcess cannot be created before app is ready');
        const core = desktop.makeCore(entry);
        desktop.cores.push(core);
        return core;
      },
    },
  };
}

/** The parts of Electron the host uses, and the desktop behind them. */
export function createFakeElectron(folder: string): { electron: Electron; desktop: FakeDesktop } {
  const desktop = new FakeDesktop(folder);
  const fake = {
    app: desktop.app,
    BrowserWindow: fakeWindowClass(desktop),
    Notification: fakeNotificationClass(desktop),
    safeStorage: fakeSafeStorage(desktop),
    ...fakeDesktopParts(desktop),
    ...fakeProcessParts(desktop),
  };
  // The fake has what the host uses of Electron and nothing else.
  return { electron: fake as unknown as Electron, desktop };
}
