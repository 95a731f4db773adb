import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportEntry } from '../../src-shared/roster/contract.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { useFormat } from '../format/use-format.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { fileNames, importState } from './import-state.ts';
import { StayingList } from './StayingList.tsx';
import classes from './UndoImport.module.css';
import { type UndoPreview, undoSentences } from './undo-sentences.ts';

interface UndoImportProps {
  importId: string;
  onClose: () => void;
}

/** Shows what taking an import back would do and what would stay, does it, and shows what has stayed. */
export function UndoImport({ importId, onClose }: UndoImportProps) {
  const undo = useCommand('roster.undoImport');
  const { data: list } = useQuery('roster.imports', {});
  const { data: preview } = useQuery('roster.undoPreview', { importId });
  const [running, setRunning] = useState(false);
  const entry = list?.imports.find((one) => one.importId === importId);
  if (running) return <ImportProgress />;
  if (!entry || !preview) return null;
  const run = async () => {
    setRunning(true);
    await undo({ importId });
    setRunning(false);
  };
  return <Look entry={entry} preview={preview} onClose={onClose} onUndo={() => void run()} />;
}

interface LookProps {
  entry: ImportEntry;
  preview: UndoPreview;
  onClose: () => void;
  onUndo: () => void;
}

function Look({ entry, preview, onClose, onUndo }: LookProps) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  const { kind, mayUndo } = importState(entry);
  const isDone = kind === 'undone' || kind === 'undoneButSome';
  const sentences = undoSentences(preview, t);
  const title = t('undo.title', {
    files: fileNames(entry.files, t),
    at: format.dayAndTime(entry.at),
    by: entry.by,
  });
  return (
    <div className={classes.page}>
      <Card title={title} icon={<IconArrowBackUp aria-hidden />}>
        <div className={classes.what}>
          {isDone ? <p role="status">{t('undo.done')}</p> : null}
          {kind === 'partlyUndone' ? (
            <p>{t('undo.begun', { done: entry.partsUndone, parts: entry.partsDone })}</p>
          ) : null}
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {sentences.length === 0 && !isDone ? <p>{t('undo.nothing')}</p> : null}
        </div>
        <StayingList preview={preview} />
      </Card>
      <div className={classes.buttons}>
        <Button onClick={onClose}>{t(isDone ? 'undo.close' : 'undo.back')}</Button>
        {mayUndo && sentences.length > 0 ? (
          <Button kind="primary" onClick={onUndo}>
            {t('undo.run')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
