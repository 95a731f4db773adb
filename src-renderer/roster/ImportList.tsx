import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntry } from '../../src-shared/roster/contract.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './ImportList.module.css';
import { fileNames, importState } from './import-state.ts';

/** Shown before anybody asks for the older ones. */
const NEWEST = 5;

/** The lists that were read in: when, by whom, what, and the way to take one back. */
export function ImportList({ onUndo }: { onUndo: (importId: string) => void }) {
  const { t } = useTranslation('roster-screen');
  const { data } = useQuery('roster.imports', {});
  const [all, showAll] = useState(false);
  if (!data) return null;
  const { imports } = data;
  const older = imports.length - NEWEST;
  return (
    <Card title={t('imports.title')} icon={<IconHistory aria-hidden />}>
      {imports.length === 0 ? (
        <EmptyState small title={t('imports.none')}>
          {t('imports.noneText')}
        </EmptyState>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {(['when', 'who', 'files', 'rows', 'state'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`imports.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? imports : imports.slice(0, NEWEST)).map((entry) => (
              <ImportRow key={entry.importId} entry={entry} onUndo={onUndo} />
            ))}
          </tbody>
        </table>
      )}
      {older > 0 && !all ? (
        <Button kind="quiet" onClick={() => showAll(true)}>
          {t('imports.older', { count: older })}
        </Button>
      ) : null}
    </Card>
  );
}

function ImportRow({ entry, onUndo }: { entry: ImportEntry; onUndo: (importId: string) => void }) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  const { kind, mayUndo } = importState(entry);
  const { partsDone, parts, partsUndone, left, undoneAt, undoneBy, undoUntil } = entry;
  const when = format.dayAndTime(entry.at);
  const state =
    kind === 'whole'
      ? ''
      : t(`imports.states.${kind}`, {
          done: partsDone,
          parts,
          undone: partsUndone,
          count: left,
          at: undoneAt === null ? '' : format.dayAndTime(undoneAt),
          by: undoneBy ?? '',
        });
  const until =
    undoUntil === null ? t('imports.tooOld') : t('imports.until', { day: format.shortDay(undoUntil) });
  return (
    <tr>
      <td>{when}</td>
      <td>{entry.by}</td>
      <td className={classes.files} title={entry.files.map(({ name }) => name).join('\n')}>
        {fileNames(entry.files, t)}
      </td>
      <td className={classes.number}>{format.number(entry.rows)}</td>
      <td>
        <div className={classes.state}>
          <span>{[state, mayUndo || undoUntil === null ? until : ''].filter(Boolean).join(' · ')}</span>
          {mayUndo ? (
            <Button
              kind="quiet"
              aria-label={t('imports.undoNamed', { at: when })}
              onClick={() => onUndo(entry.importId)}
            >
              {t('imports.undo')}
            </Button>
          ) : null}
        </div>
      </td>
    </tr>
  );
}
