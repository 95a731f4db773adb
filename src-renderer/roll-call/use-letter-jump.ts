import { useEffect, useRef } from 'react';
import { fieldState } from '../keyboard/keys.ts';
import { dialogOpen } from '../keyboard/layers.ts';
import type { ClassLine } from './presence.ts';
import { findByLetters } from './type-ahead.ts';

/** Letters typed within this time belong to one name. */
const ONE_NAME_MS = 900;

/** Letters typed anywhere on the screen move the focus to the child they begin the name of. */
export function useLetterJump(lines: readonly ClassLine[], at: number, focus: (index: number) => void): void {
  const typed = useRef({ text: '', until: 0 });
  const newest = useRef({ lines, at, focus });
  useEffect(() => {
    newest.current = { lines, at, focus };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!/^\p{L}$/u.test(event.key) || fieldState(event.target) !== 'none' || dialogOpen()) return;
      const current = newest.current;
      const goesOn = event.timeStamp < typed.current.until;
      const text = goesOn ? typed.current.text + event.key : event.key;
      // A new name is looked for behind the present child, a longer one from it on.
      const found =
        findByLetters(current.lines, text, current.at + (goesOn ? 0 : 1)) ??
        findByLetters(current.lines, event.key, current.at + 1);
      typed.current = { text, until: event.timeStamp + ONE_NAME_MS };
      if (found !== null) current.focus(found);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
