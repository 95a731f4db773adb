import { EventEmitter } from 'node:events';
import { type FakePort, posting } from './fake-ports.ts';

/** A frame; its values can be set to what a hostile or vanished one would have. */
export class FakeFrame {
  origin = 'app://postmappe';
  url = 'app://postmappe/';
  parent: FakeFrame | null = null;
  detached = false;
  gone = false;
  /** What main posted to it: channel and ports, in order. */
  readonly received: { channel: string; ports: readonly FakePort[] }[] = [];

  isDestroyed(): boolean {
    return this.gone;
  }

  postMessage(channel: string, message: unknown, ports?: readonly FakePort[]): void {
    if (this.gone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    this.received.push({ channel, ports: posting(message, ports).ports });
  }
}

type OpenHandler = (details: { url: string }) => { action: string };

class FakeWebContents extends EventEmitter {
  readonly mainFrame = new FakeFrame();
  openHandler: OpenHandler | null = null;
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

/** A window: remembers its options, what it loaded and whether it was shown. */
export class FakeWindow extends EventEmitter {
  readonly options: Record<string, unknown>;
  readonly webContents = new FakeWebContents();
  readonly loaded: string[] = [];
  readonly actions: string[] = [];
  /** Set to let the next load fail, as when the built window is missing. */
  static failsToLoad = false;
  minimized = false;
  destroyed = false;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return FakeWindow.failsToLoad ? Promise.reject(new Error('ERR_FILE_NOT_FOUND')) : Promise.resolve();
  }

  isDestroyed = () => this.destroyed;
  isMinimized = () => this.minimized;
  show = () => void this.actions.push('show');
  focus = () => void this.actions.push('focus');
  restore = () => {
    this.minimized = false;
    this.actions.push('restore');
  };

  close(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}
