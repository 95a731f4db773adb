import { IconPhone } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLatest } from '../client/use-latest.ts';
import { useQuery } from '../client/use-query.ts';
import { sayProblem } from '../components/notices.ts';
import { letKeysGo } from '../keyboard/held-keys.ts';
import { useHurriedEnter } from '../keyboard/use-hurried-enter.ts';
import type { DeskHit } from './entry.ts';
import { HitList } from './HitList.tsx';
import classes from './StudentSearch.module.css';

interface StudentSearchProps {
  query: string;
  onType: (query: string) => void;
  onTake: (hit: DeskHit) => void;
}

const MOST_HITS = 8;

/** The search field and the children that fit; arrows move, Enter takes. */
export function StudentSearch({ query, onType, onTake }: StudentSearchProps) {
  const { t } = useTranslation('desk');
  const listId = useId();
  const searched = query.trim().length >= 2;
  const answer = useQuery('desk.searchStudents', searched ? { query, limit: MOST_HITS } : null);
  // The last list stays until the next one is there: nothing jumps between two letters.
  const hits = useLatest(answer.data, searched)?.hits ?? [];
  const [wanted, setWanted] = useState(0);
  const chosen = Math.min(wanted, Math.max(0, hits.length - 1));
  const answered = answer.failure !== null || (answer.data !== undefined && !answer.fetching);
  const take = (hit: DeskHit) => {
    if (hit.own) return onTake(hit);
    letKeysGo();
    sayProblem(t('notYoursSaid', { name: `${hit.givenName} ${hit.familyName}`, className: hit.className }));
  };
  const takeSoon = useHurriedEnter(answered, () => {
    const hit = hits[chosen];
    if (hit) take(hit);
    else letKeysGo();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setWanted(Math.max(0, Math.min(hits.length - 1, chosen + step)));
    else if (event.key === 'Enter' && searched) takeSoon();
    else return;
    event.preventDefault();
  };
  const type = (typed: string) => {
    setWanted(0);
    onType(typed);
  };
  return (
    <>
      <SearchField
        query={query}
        list={{ id: listId, open: hits.length > 0, chosen }}
        onType={type}
        onKeyDown={onKeyDown}
      />
      {hits.length > 0 ? <HitList hits={hits} chosen={chosen} listId={listId} onTake={take} /> : null}
      {searched && hits.length === 0 && answer.data ? (
        <p className={classes.nothing}>{t('nothingFound')}</p>
      ) : null}
      {searched ? null : <p className={classes.nothing}>{t('howToSearch')}</p>}
    </>
  );
}

interface SearchFieldProps {
  query: string;
  list: { id: string; open: boolean; chosen: number };
  onType: (query: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The field keeps the focus and steers the list below it. */
function SearchField({ query, list, onType, onKeyDown }: SearchFieldProps) {
  const { t } = useTranslation('desk');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    letKeysGo();
  }, []);
  return (
    <div className={classes.row}>
      <IconPhone aria-hidden="true" />
      <input
        ref={field}
        className={classes.input}
        value={query}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-autofocus
        role="combobox"
        aria-expanded={list.open}
        aria-controls={list.id}
        aria-activedescendant={list.open ? `${list.id}-${list.chosen}` : undefined}
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        autoComplete="off"
        spellCheck={false}
      />
      <span className={classes.hint}>{t('searchHint')}</span>
    </div>
  );
}
