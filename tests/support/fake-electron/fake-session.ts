import { EventEmitter } from 'node:events';
import { FakeEvent } from './fake-event.ts';

type Answer<T> = (value: T) => void;
type PermissionDetails = { requestingUrl: string; isMainFrame: boolean };

/** A session whose handlers a test can call as Chromium would. */
export class FakeSession extends EventEmitter {
  onRequest: (
    contents: null,
    permission: string,
    answer: Answer<boolean>,
    details: PermissionDetails,
  ) => void = () => {};
  onCheck: (contents: null, permission: string, from: string, details: { isMainFrame: boolean }) => boolean =
    () => true;
  onDevice: () => boolean = () => true;
  onBeforeRequest: (details: { url: string }, answer: Answer<{ cancel: boolean }>) => void = () => {};

  setPermissionRequestHandler = (handler: FakeSession['onRequest']) => {
    this.onRequest = handler;
  };
  setPermissionCheckHandler = (handler: FakeSession['onCheck']) => {
    this.onCheck = handler;
  };
  setDevicePermissionHandler = (handler: FakeSession['onDevice']) => {
    this.onDevice = handler;
  };
  webRequest = {
    onBeforeRequest: (handler: FakeSession['onBeforeRequest']) => {
      this.onBeforeRequest = handler;
    },
  };

  /** Whether a page that asks gets a permission. */
  asks(permission: string, from: string, isMainFrame = true): boolean {
    let granted = true;
    const details = { requestingUrl: from, isMainFrame };
    this.onRequest(null, permission, (value) => (granted = value), details);
    return granted;
  }

  /** Whether a request is let through. */
  requests(url: string): boolean {
    let cancelled = true;
    this.onBeforeRequest({ url }, ({ cancel }) => (cancelled = cancel));
    return !cancelled;
  }

  /** Begins a download. @returns what the save dialog was told, or null when it was stopped */
  downloads(url: string, fileName: string): Record<string, unknown> | null {
    const event = new FakeEvent();
    let options: Record<string, unknown> | null = null;
    this.emit('will-download', event, {
      getURL: () => url,
      getFilename: () => fileName,
      setSaveDialogOptions: (told: Record<string, unknown>) => (options = told),
    });
    return event.defaultPrevented ? null : options;
  }
}
