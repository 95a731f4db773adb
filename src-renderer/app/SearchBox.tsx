import { IconSearch } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../components/Kbd.tsx';
import classes from './SearchBox.module.css';
import { SearchResults } from './SearchResults.tsx';
import { useSearchBox } from './use-search-box.ts';

/** Finds children and the app's own commands. A child opens with its absences. */
export function SearchBox() {
  const { t } = useTranslation('frame');
  const list = useId();
  const { field, text, items, at, open, type, show, hide, onKeyDown, choose, point } = useSearchBox();
  return (
    <search className={classes.search}>
      <IconSearch aria-hidden />
      <input
        ref={field}
        role="combobox"
        aria-label={t('search.label')}
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && items[at] ? `${list}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        value={text}
        onFocus={show}
        onBlur={hide}
        onKeyDown={onKeyDown}
        onChange={(event) => type(event.target.value)}
      />
      <span className={classes.key}>
        <Kbd of="search" />
      </span>
      {open ? <SearchResults id={list} items={items} active={at} onChoose={choose} onPoint={point} /> : null}
    </search>
  );
}
