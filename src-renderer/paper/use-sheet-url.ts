import { useEffect, useState } from 'react';
import type { HostFile } from '../host/host-services.ts';
import { fileUrl } from '../host/page-files.ts';

/** How long a sheet that was opened in a window of its own can still be read there. */
const KEPT_MS = 10 * 60_000;

/** An address for the sheet that only this window knows; it ends some minutes after the dialog has closed. */
export function useSheetUrl(file: HostFile | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) return;
    const made = fileUrl(file);
    setUrl(made);
    return () => {
      setUrl(null);
      setTimeout(() => URL.revokeObjectURL(made), KEPT_MS);
    };
  }, [file]);
  return url;
}
