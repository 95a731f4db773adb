/** An event as Electron hands it to a listener: it can be stopped. */
export class FakeEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An event with the fields of a navigation. */
export class FakeNavigation extends FakeEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
  constructor(url: string, isMainFrame = true) {
    super();
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
}
