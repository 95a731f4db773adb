import { EventEmitter } from 'node:events';
import { FakeEvent } from './fake-event.ts';

/** Electron's `app`: strict about what may only be said before it is ready. */
export class FakeApp extends EventEmitter {
  isPackaged = true;
  hasLock = true;
  languages = ['de-DE'];
  ready = false;
  exitCode: number | null = null;
  /** What was called, in order. */
  readonly calls: string[] = [];
  readonly paths: Record<string, string>;
  readonly openWindows: () => { close(): void }[];

  constructor(folder: string, openWindows: () => { close(): void }[]) {
    super();
    this.paths = { userData: folder, documents: `${folder}/Documents`, downloads: `${folder}/Downloads` };
    this.openWindows = openWindows;
  }

  note(call: string, onlyBeforeReady = false): void {
    if (onlyBeforeReady && this.ready) throw new Error(`${call} was called after app was ready`);
    this.calls.push(call);
  }

  enableSandbox = () => this.note('enableSandbox', true);
  setAppUserModelId = () => this.note('setAppUserModelId');
  getAppPath = () => '/opt/Postmappe/resources/app.asar';
  getPreferredSystemLanguages = () => this.languages;
  getPath = (name: string) => this.paths[name];
  setPath = (name: string, path: string) => {
    this.note(`setPath ${name}`, name === 'userData');
    this.paths[name] = path;
  };
  requestSingleInstanceLock = () => {
    this.note('requestSingleInstanceLock');
    return this.hasLock;
  };
  whenReady = async () => {
    this.ready = true;
    this.note('ready');
  };

  /** Closes the windows, then asks whether it may end, as Electron does. */
  quit = () => {
    this.note('quit');
    for (const window of this.openWindows()) window.close();
    const event = new FakeEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  };
  exit = (code: number) => {
    this.exitCode = code;
    this.emit('exited');
  };
}
