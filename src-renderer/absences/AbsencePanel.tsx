import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../app/routes.ts';
import { useLatest } from '../client/use-latest.ts';
import { useQuery } from '../client/use-query.ts';
import { IconButton } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { AbsenceActions } from './AbsenceActions.tsx';
import { AbsenceFacts } from './AbsenceFacts.tsx';
import classes from './AbsencePanel.module.css';
import type { AbsenceDetail } from './absence-detail.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { HistoryList } from './HistoryList.tsx';
import { ReportList } from './ReportList.tsx';

interface AbsencePanelProps {
  absenceId: string;
  onClose: () => void;
  /** On the child's own page the name leads nowhere else. */
  ofStudent?: boolean;
}

/** One absence: what is known, who reported it, what can be done, and how it came to be. */
export function AbsencePanel({ absenceId, onClose, ofStudent = false }: AbsencePanelProps) {
  const { t } = useTranslation('absences');
  const answer = useQuery('absences.detail', { absenceId });
  // While the next row's answer is on its way, the old one stays: nothing blinks.
  const detail = useLatest(answer.data ?? undefined, answer.data !== null);
  useShortcut('tableClose', onClose);
  return (
    <aside className={classes.panel} aria-label={t('panel.label')} data-details tabIndex={-1}>
      {detail ? (
        <Known key={detail.line.absenceId} detail={detail} onClose={onClose} ofStudent={ofStudent} />
      ) : null}
      {answer.data === null ? (
        <EmptyState title={t('panel.goneTitle')}>{t('panel.goneText')}</EmptyState>
      ) : null}
    </aside>
  );
}

interface KnownProps {
  detail: AbsenceDetail;
  onClose: () => void;
  ofStudent: boolean;
}

function Known({ detail, onClose, ofStudent }: KnownProps) {
  const { t } = useTranslation('absences');
  const [correcting, setCorrecting] = useState(false);
  const { line } = detail;
  return (
    <>
      <header className={classes.header}>
        <h2>
          {ofStudent ? t('panel.title') : <NameLink line={line} />}
          {ofStudent ? null : <small>{line.className}</small>}
        </h2>
        <IconButton label={t('panel.close')} icon={<IconX />} shortcut="tableClose" onClick={onClose} />
      </header>
      <div className={classes.body}>
        {correcting ? (
          <CorrectForm detail={detail} onDone={() => setCorrecting(false)} />
        ) : (
          <>
            <AbsenceFacts detail={detail} />
            <AbsenceActions detail={detail} onCorrect={() => setCorrecting(true)} />
          </>
        )}
        <ReportList reports={detail.reports} />
        <HistoryList events={detail.events} />
      </div>
    </>
  );
}

function NameLink({ line }: { line: AbsenceDetail['line'] }) {
  const { t } = useTranslation('absences');
  // The filters of the list stay in the address, for the way back.
  const { go, params } = useRoute();
  const name = `${line.givenName} ${line.familyName}`;
  return (
    <button
      type="button"
      className={classes.name}
      title={t('panel.toStudent')}
      onClick={() => go('absences', { ...params }, line.studentId)}
    >
      {name}
    </button>
  );
}
