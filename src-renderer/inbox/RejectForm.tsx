import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import classes from './InboxCard.module.css';
import type { InboxReport } from './inbox-items.ts';

/** Asks for the sentence that goes to whoever sent the report; one is there already, so Enter is enough. */
export function RejectForm({ report, onDone }: { report: InboxReport; onDone: () => void }) {
  const { t } = useTranslation('inbox');
  const [text, setText] = useState(() => t('rejectDefault'));
  const reject = useCommand('absences.rejectReport');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { reportId, studentId } = report;
    const answer = await reject({ reportId, studentId, rejection: text });
    if (!answer.ok) return;
    const whose = { name: `${report.givenName} ${report.familyName}`, className: report.className };
    sayDone(t('rejected', whose), {
      steps: [undoBy('absences.reopenReport', { reportId, studentId })],
      said: t('reopened', whose),
    });
    onDone();
  };
  return (
    <form
      className={classes.reject}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <input
        aria-label={t('rejectLabel')}
        maxLength={300}
        // biome-ignore lint/a11y/noAutofocus: the form opens on the person's own key press
        autoFocus
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={classes.buttons}>
        <Button kind="quiet" type="submit">
          {t('rejectSend')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
