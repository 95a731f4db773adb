import { useEffect } from 'react';
import { useClient } from '../client/client.tsx';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import {
  beginUndo,
  forgetNotices,
  keepForUndo,
  type Notice,
  say,
  sayFailure,
  useNotices,
} from './notices.ts';

/**
 * Takes back what notices speak of, by their button or by Ctrl+Z. The key means the last thing done here; when
 * its sentence has gone, the key shows it again first: nobody takes back what they do not see.
 * @returns what a notice's button does
 */
export function useUndo(): (notice: Notice) => void {
  const { ask } = useClient();
  const lastDone = useNotices((state) => state.lastDone);
  useEffect(() => forgetNotices, []);
  const takeBack = async (notice: Notice) => {
    beginUndo(notice);
    const answers = [];
    for (const step of notice.undo?.steps ?? []) answers.push(await step(ask));
    const failed = answers.find((answer) => !answer.ok);
    if (!failed) {
      say(notice.undo?.said ?? '');
      return;
    }
    // Repeating what was done has no second effect, so all steps may be tried again.
    if (failed.failure.kind === 'unavailable') keepForUndo(notice);
    sayFailure(failed.failure);
  };
  const onKey = () => {
    const { list, lastDone: last, show } = useNotices.getState();
    if (!last) return;
    if (list.some(({ id }) => id === last.id)) void takeBack(last);
    else show(last);
  };
  useShortcut('undo', onKey, lastDone !== null);
  return (notice) => void takeBack(notice);
}
