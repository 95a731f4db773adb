import { IconSearch } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../components/Kbd.tsx';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './SearchBox.module.css';
import { SearchResults } from './SearchResults.tsx';
import { type SearchItem, useSearchItems } from './use-search-items.ts';

/** Finds children and the app's own commands. A child opens with its absences. */
export function SearchBox() {
  const { t } = useTranslation('frame');
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const items = useSearchItems(text);
  useShortcut('search', () => field.current?.select());
  const at = Math.min(active, Math.max(0, items.length - 1));
  const leave = () => {
    setText('');
    setOpen(false);
    field.current?.blur();
  };
  const choose = (item: SearchItem | undefined) => {
    if (!item) return;
    leave();
    item.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Enter') choose(items[at]);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  const shown = open && text.trim() !== '';
  return (
    <search className={classes.search}>
      <IconSearch aria-hidden />
      <input
        ref={field}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && items[at] ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        value={text}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
      />
      <span className={classes.key}>
        <Kbd of="search" />
      </span>
      {shown ? (
        <SearchResults id={list} items={items} active={at} onChoose={choose} onPoint={setActive} />
      ) : null}
    </search>
  );
}
