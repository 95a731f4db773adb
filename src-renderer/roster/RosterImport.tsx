import { useTranslation } from 'react-i18next';
import { isNothingToDo } from '../../src-shared/roster/preview.ts';
import { useQuery } from '../client/use-query.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { DowntimeCard } from '../paper/DowntimeCard.tsx';
import classes from './Administration.module.css';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportList } from './ImportList.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { MapColumns } from './MapColumns.tsx';
import { NothingToDo } from './NothingToDo.tsx';
import { UndoImport } from './UndoImport.tsx';
import { type Import, type ImportPhase, type Unread, useImport } from './use-import.ts';

/** Reads lists of the school administration: choose, look, decide, apply; and takes one back. */
export function RosterImport() {
  const { t } = useTranslation('roster-screen');
  const work = useImport();
  return (
    <div className={classes.screen}>
      <PageTitle title={t('administration')} hint={t(`hint.${hintOf(work.phase)}`)} />
      <Step work={work} />
    </div>
  );
}

function hintOf(phase: ImportPhase): 'looking' | 'undo' | 'reading' {
  if (phase.kind === 'looking' && !isNothingToDo(phase.preview)) return 'looking';
  return phase.kind === 'undo' ? 'undo' : 'reading';
}

function Step({ work }: { work: Import }) {
  const { phase } = work;
  switch (phase.kind) {
    case 'choosing':
      return <Begin work={work} unread={phase} />;
    case 'mapping':
      return (
        <MapColumns
          key={phase.list.file}
          list={phase.list}
          onRead={(mapping) => void work.mapped(mapping)}
          onBack={work.leaveMapping}
        />
      );
    case 'reading':
    case 'applying':
      return <ImportProgress />;
    case 'looking':
      return isNothingToDo(phase.preview) ? (
        <NothingToDo work={work} preview={phase.preview} unread={phase} />
      ) : (
        <ImportPreview key={phase.previewId} work={work} preview={phase.preview} unread={phase} />
      );
    case 'done':
      return <ImportDone done={phase} onRestart={work.restart} onUndo={work.undo} />;
    case 'undo':
      return <UndoImport importId={phase.importId} onClose={work.restart} />;
  }
}

/** Where everything begins. What somebody began here and left the page for is still shown. */
function Begin({ work, unread }: { work: Import; unread: Unread }) {
  const { data: progress } = useQuery('roster.progress', {});
  return (
    <div className={classes.cards}>
      {progress ? (
        <ImportProgress />
      ) : (
        <ChooseFiles unread={unread} onMap={work.map} onChoose={(files) => void work.choose(files)} />
      )}
      <DowntimeCard />
      <div className={classes.wide}>
        <ImportList onUndo={work.undo} />
      </div>
    </div>
  );
}
