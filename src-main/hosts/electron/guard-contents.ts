import type { App, WebContents } from 'electron';
import { mayNavigate } from './decide-navigation.ts';

/** Where a page wants to go, as the three navigation events tell it. */
interface Going {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** Keeps one page where it belongs. */
function guard(contents: WebContents, openLink: (url: string, contents: WebContents) => void): void {
  const stay = (event: Going) => {
    if (!mayNavigate(event)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url, contents);
    return { action: 'deny' };
  });
}

/** Guards every page from the moment it exists, whoever made it. */
export function guardContents(
  app: Pick<App, 'on'>,
  openLink: (url: string, contents: WebContents) => void,
): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, openLink));
}
