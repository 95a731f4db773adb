import { useTranslation } from 'react-i18next';
import classes from './SearchBox.module.css';
import type { SearchItem } from './use-search-items.ts';

interface SearchResultsProps {
  id: string;
  items: readonly SearchItem[];
  active: number;
  onChoose: (item: SearchItem) => void;
  onPoint: (index: number) => void;
}

/** The list below the search box. The focus stays in the box; arrows move through the list. */
export function SearchResults({ id, items, active, onChoose, onPoint }: SearchResultsProps) {
  const { t } = useTranslation('frame');
  return (
    <div className={classes.results}>
      <div id={id} role="listbox" aria-label={t('search.results')}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the focus and hears the keys
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={classes.result}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onPoint(index)}
            onClick={() => onChoose(item)}
          >
            <span className={classes.main}>{item.title}</span>
            <span className={classes.hint}>{item.hint}</span>
          </div>
        ))}
      </div>
      {items.length === 0 ? <p className={classes.none}>{t('search.none')}</p> : null}
    </div>
  );
}
