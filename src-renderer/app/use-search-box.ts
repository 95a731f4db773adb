import { type KeyboardEvent, useRef, useState } from 'react';
import { letKeysGo } from '../keyboard/held-keys.ts';
import { useHurriedEnter } from '../keyboard/use-hurried-enter.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { type SearchItem, useSearchItems } from './use-search-items.ts';

/** What the search box holds and does: the typed text, the line the arrows stand on, choosing and leaving. */
export function useSearchBox() {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [focused, setFocused] = useState(false);
  const [active, setActive] = useState(0);
  const { items, answered } = useSearchItems(text);
  useShortcut('search', () => {
    field.current?.focus();
    field.current?.select();
  });
  const at = Math.min(active, Math.max(0, items.length - 1));
  const leave = () => {
    setText('');
    setFocused(false);
    field.current?.blur();
  };
  const choose = (item: SearchItem | undefined) => {
    if (!item) return;
    leave();
    item.run();
  };
  const chooseSoon = useHurriedEnter(answered, () => {
    choose(items[at]);
    letKeysGo();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter') chooseSoon();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  const type = (typed: string) => {
    setText(typed);
    setActive(0);
  };
  const open = focused && text.trim() !== '';
  const [show, hide] = [() => setFocused(true), () => setFocused(false)];
  return { field, text, items, at, open, type, show, hide, onKeyDown, choose, point: setActive };
}
