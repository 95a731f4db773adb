import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import classes from './Administration.module.css';
import { ProblemList } from './ProblemList.tsx';
import { ProblemRows } from './ProblemRows.tsx';
import { SourceBar } from './SourceBar.tsx';
import type { Import, Unread } from './use-import.ts';

interface NothingToDoProps {
  work: Import;
  preview: RosterPreview;
  unread: Unread;
}

/** The school already says what the file says; lines that could not be read are still listed. */
export function NothingToDo({ work, preview, unread }: NothingToDoProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <>
      <SourceBar work={work} preview={preview} />
      {unread.problems.length > 0 ? <ProblemList {...unread} onMap={work.map} /> : null}
      <EmptyState
        icon={<IconCircleCheck aria-hidden />}
        title={t('roster:report.nothingToDo')}
        action={<Button onClick={work.restart}>{t('another')}</Button>}
      >
        {t('roster:report.unchanged', preview.unchanged)}
      </EmptyState>
      {preview.unreadable.length > 0 ? (
        <section className={classes.leftover}>
          <h2>{t('sections.unreadable', { count: preview.unreadable.length })}</h2>
          <ProblemRows problems={preview.unreadable} />
        </section>
      ) : null}
    </>
  );
}
