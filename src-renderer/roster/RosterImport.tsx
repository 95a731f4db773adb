import { useTranslation } from 'react-i18next';
import { isNothingToDo } from '../../src-shared/roster/preview.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { DowntimeCard } from '../paper/DowntimeCard.tsx';
import classes from './Administration.module.css';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { NothingToDo } from './NothingToDo.tsx';
import { type Import, useImport } from './use-import.ts';
import { Working } from './Working.tsx';

/** Reads lists of the school administration: choose, look, decide, apply. */
export function RosterImport() {
  const { t } = useTranslation('roster-screen');
  const work = useImport();
  return (
    <div className={classes.screen}>
      <PageTitle
        title={t('administration')}
        hint={t(isOpenPreview(work) ? 'hint.looking' : 'hint.reading')}
      />
      <Step work={work} />
    </div>
  );
}

function isOpenPreview({ phase }: Import): boolean {
  return phase.kind === 'looking' && !isNothingToDo(phase.preview);
}

function Step({ work }: { work: Import }) {
  const { t } = useTranslation('roster-screen');
  const { phase } = work;
  switch (phase.kind) {
    case 'choosing':
      return (
        <div className={classes.cards}>
          <ChooseFiles problems={phase.problems} onChoose={(files) => void work.choose(files)} />
          <DowntimeCard />
        </div>
      );
    case 'reading':
      return <Working>{t('reading')}</Working>;
    case 'looking':
      return isNothingToDo(phase.preview) ? (
        <NothingToDo work={work} preview={phase.preview} problems={phase.problems} />
      ) : (
        <ImportPreview key={phase.previewId} work={work} preview={phase.preview} problems={phase.problems} />
      );
    case 'applying':
      return <Working>{t('applying', { count: phase.steps })}</Working>;
    case 'done':
      return <ImportDone done={phase} onRestart={work.restart} />;
  }
}
