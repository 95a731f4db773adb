import type { HostFile } from './host-services.ts';

/** How long a printed document is kept in memory: the print dialog reads it while it is open. */
const PRINT_KEEP_MS = 10 * 60_000;

/** An object URL for a file; whoever makes it revokes it. */
export function fileUrl(file: HostFile): string {
  const bytes = Uint8Array.from(atob(file.data), (char) => char.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
}

/** Hands a file over as a download; Electron answers it with its save dialog. */
export function downloadFile(page: Window, file: HostFile): void {
  const url = fileUrl(file);
  const link = page.document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Prints a PDF through a hidden frame. @returns false when the frame could not show it */
export function printFile(page: Window, file: HostFile): Promise<boolean> {
  const url = fileUrl(file);
  const frame = page.document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  const end = () => {
    frame.remove();
    URL.revokeObjectURL(url);
  };
  setTimeout(end, PRINT_KEEP_MS);
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      try {
        frame.contentWindow?.focus();
        frame.contentWindow?.print();
        resolve(true);
      } catch {
        end();
        resolve(false);
      }
    });
    page.document.body.append(frame);
  });
}
