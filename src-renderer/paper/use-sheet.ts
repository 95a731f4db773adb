import { useEffect, useState } from 'react';
import type { SheetKind } from '../../src-shared/paper/contract.ts';
import { usePreferences } from '../app/preferences.ts';
import type { Failure } from '../client/answer.ts';
import { useClient } from '../client/client.tsx';
import type { HostFile } from '../host/host-services.ts';

/** A sheet as it is being made. */
export type SheetState =
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly file: HostFile; readonly pages: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Has a sheet of today made, in the person's language. @returns how far it is, and a way to try again */
export function useSheet(sheet: SheetKind): [SheetState, () => void] {
  const { ask } = useClient();
  const language = usePreferences((state) => state.language);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<SheetState>({ kind: 'making' });
  useEffect(() => {
    let wanted = attempt >= 0;
    setState({ kind: 'making' });
    void ask('paper.make', { sheet, day: null, language }).then((answer) => {
      if (!wanted) return;
      if (!answer.ok) return setState({ kind: 'failed', failure: answer.failure });
      const { fileName, data, pages } = answer.result;
      setState({ kind: 'made', file: { fileName, data, mediaType: 'application/pdf' }, pages });
    });
    return () => {
      wanted = false;
    };
  }, [ask, sheet, language, attempt]);
  return [state, () => setAttempt((count) => count + 1)];
}
