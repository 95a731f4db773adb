import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLatest } from '../client/use-latest.ts';
import { useQuery } from '../client/use-query.ts';
import type { DeskHit } from '../desk/entry.ts';
import { HitList } from '../desk/HitList.tsx';
import classes from './Groups.module.css';

/** Below this many letters everybody would be found. */
const ENOUGH_LETTERS = 2;

/** Finds a child as the phone desk does: any order, any spelling, class, guardian, phone. Enter takes the first. */
export function StudentPicker({ label, onTake }: { label: string; onTake: (hit: DeskHit) => void }) {
  const { t } = useTranslation('groups');
  const listId = useId();
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState(0);
  const searched = query.trim().length >= ENOUGH_LETTERS;
  const answer = useQuery('desk.searchStudents', searched ? { query, limit: 6 } : null);
  const hits = useLatest(answer.data, searched)?.hits ?? [];
  const chosen = Math.min(wanted, Math.max(0, hits.length - 1));
  const take = (hit: DeskHit | undefined) => {
    if (!hit) return;
    onTake(hit);
    setQuery('');
    setWanted(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
    if (step !== 0) setWanted(Math.max(0, Math.min(hits.length - 1, chosen + step)));
    // An empty field leaves Enter to the form: it saves.
    else if (event.key === 'Enter' && searched) take(hits[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.wide}>
      <TextInput
        label={label}
        description={t('admit.searchHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={query}
        data-autofocus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${chosen}` : undefined}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setWanted(0);
          setQuery(event.currentTarget.value);
        }}
      />
      {hits.length > 0 ? <HitList hits={hits} chosen={chosen} listId={listId} onTake={take} /> : null}
    </div>
  );
}
