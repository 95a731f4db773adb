import type { Session } from 'electron';
import { decideDownload } from './decide-download.ts';
import { mayUse } from './decide-permission.ts';
import { mayRequest } from './decide-request.ts';

export interface SessionChoices {
  readonly devTools: boolean;
  /** Where the save dialog begins. */
  readonly downloadsFolder: string;
  readonly joinPath: (folder: string, name: string) => string;
  readonly saveTitle: string;
}

/** Refuses a page of this session everything but its own files and notifications. */
export function guardSession(session: Session, choices: SessionChoices): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(mayUse({ permission, from: details.requestingUrl, isMainFrame: details.isMainFrame }));
  });
  session.setPermissionCheckHandler((_contents, permission, from, { isMainFrame }) =>
    mayUse({ permission, from, isMainFrame }),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayRequest(url, choices.devTools) });
  });
  saveDownloads(session, choices);
}

/** A file the page hands over goes through the system's save dialog; any other download ends at once. */
function saveDownloads(session: Session, { downloadsFolder, joinPath, saveTitle }: SessionChoices): void {
  session.on('will-download', (event, item) => {
    const decision = decideDownload({ url: item.getURL(), fileName: item.getFilename() });
    if (decision.kind === 'refuse') {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({
      title: saveTitle,
      defaultPath: joinPath(downloadsFolder, decision.fileName),
      filters: [{ name: decision.ending.toUpperCase(), extensions: [decision.ending] }],
    });
  });
}
