import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './InboxCard.module.css';
import type { InboxReport } from './inbox-items.ts';
import { RejectForm } from './RejectForm.tsx';
import { ReportText } from './ReportText.tsx';

interface RowProps {
  isCurrent: boolean;
  onChoose: () => void;
}

/** One report of a guardian: accepted, corrected or rejected with one key. */
export function ReportRow({ report, isCurrent, onChoose }: RowProps & { report: InboxReport }) {
  const [rejecting, setRejecting] = useState(false);
  return (
    <li
      className={classes.row}
      data-current={isCurrent || undefined}
      tabIndex={-1}
      onFocus={isCurrent ? undefined : onChoose}
    >
      <ReportText report={report} />
      {rejecting ? (
        <RejectForm report={report} onDone={() => setRejecting(false)} />
      ) : (
        <ReportButtons report={report} isCurrent={isCurrent} onReject={() => setRejecting(true)} />
      )}
    </li>
  );
}

interface ReportButtonsProps {
  report: InboxReport;
  isCurrent: boolean;
  onReject: () => void;
}

function ReportButtons({ report, isCurrent, onReject }: ReportButtonsProps) {
  const { t } = useTranslation('inbox');
  const accept = useAccept(report);
  const correct = () => useDesk.getState().show({ reportId: report.reportId, studentId: report.studentId });
  useShortcut('inboxAccept', accept, isCurrent);
  useShortcut('inboxCorrect', correct, isCurrent);
  useShortcut('inboxReject', onReject, isCurrent);
  const hideKey = !isCurrent;
  return (
    <div className={classes.buttons}>
      <Button kind="quiet" shortcut="inboxAccept" hideKey={hideKey} onClick={accept}>
        {t('accept')}
      </Button>
      <Button kind="quiet" shortcut="inboxCorrect" hideKey={hideKey} onClick={correct}>
        {t('correct')}
      </Button>
      <Button kind="quiet" shortcut="inboxReject" hideKey={hideKey} onClick={onReject}>
        {t('reject')}
      </Button>
    </div>
  );
}

/** Accepting makes the absence; the sentence says whose. */
function useAccept(report: InboxReport): () => void {
  const { t } = useTranslation('inbox');
  const acceptReport = useCommand('absences.acceptReport');
  const { reportId, studentId, givenName, familyName, className } = report;
  return () => {
    void acceptReport({ reportId, studentId, absenceId: newId(), corrections: {} }).then((answer) => {
      if (!answer.ok) return;
      const whose = { name: `${givenName} ${familyName}`, className };
      sayDone(t('accepted', whose), {
        steps: [undoBy('absences.reopenReport', { reportId, studentId })],
        said: t('reopened', whose),
      });
    });
  };
}
