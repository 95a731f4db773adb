import { IconFileUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownList } from '../../src-shared/roster/mapping.ts';
import { rosterFormatIds } from '../../src-shared/roster/types.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import classes from './ChooseFiles.module.css';
import { ProblemList } from './ProblemList.tsx';
import { useFileDrop } from './use-file-drop.ts';
import type { Unread } from './use-import.ts';

interface ChooseFilesProps {
  /** Why the files chosen before could not be taken. */
  unread: Unread;
  onMap: (list: UnknownList) => void;
  onChoose: (files: readonly File[]) => void;
}

/** Files are dropped anywhere on the window, or chosen. */
export function ChooseFiles({ unread, onMap, onChoose }: ChooseFilesProps) {
  const { t } = useTranslation('roster-screen');
  const input = useRef<HTMLInputElement>(null);
  const dropping = useFileDrop(onChoose);
  return (
    <Card title={t('choose.title')} icon={<IconFileUpload aria-hidden />}>
      <div className={classes.body}>
        <p className={classes.text}>{t('choose.text')}</p>
        <div className={classes.zone} data-dropping={dropping || undefined}>
          <p>{t(dropping ? 'choose.drop' : 'choose.drag')}</p>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={t('choose.button')}
            accept=".csv,.txt,.tsv,.dat,.xlsx,.zip,.xml,text/csv,text/plain"
            onChange={(event) => {
              onChoose([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <Button onClick={() => input.current?.click()}>{t('choose.button')}</Button>
        </div>
        {unread.problems.length > 0 ? <ProblemList {...unread} onMap={onMap} /> : null}
        <p className={classes.text}>{t('choose.programs')}</p>
        <details className={classes.details}>
          <summary>{t('choose.formats')}</summary>
          <dl className={classes.formats}>
            {rosterFormatIds
              .filter((format) => format !== 'mapped')
              .map((format) => (
                <div key={format}>
                  <dt>{t(`roster:format.${format}`)}</dt>
                  <dd>{t(`choose.columns.${format}`)}</dd>
                </div>
              ))}
          </dl>
        </details>
      </div>
    </Card>
  );
}
