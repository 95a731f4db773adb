import { useTranslation } from 'react-i18next';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag } from '../components/Tag.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { readablePhone } from '../format/phone.ts';
import { useFormat } from '../format/use-format.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './InboxCard.module.css';
import type { InboxMessage } from './inbox-items.ts';
import { Reopened } from './ReportText.tsx';

interface MessageRowProps {
  message: InboxMessage;
  isCurrent: boolean;
  onChoose: () => void;
}

/** A message on the answering machine that nobody has heard yet, with whom the number belongs to. */
export function MessageRow({ message, isCurrent, onChoose }: MessageRowProps) {
  const { t } = useTranslation('inbox');
  const format = useFormat();
  const seconds = message.durationSeconds;
  return (
    <li
      className={classes.row}
      data-current={isCurrent || undefined}
      tabIndex={-1}
      onFocus={isCurrent ? undefined : onChoose}
    >
      <p className={classes.head}>
        <span className={classes.name}>
          <b>{t('message')}</b> · {format.dayAndTime(message.receivedAt)}
        </span>
        <Tag tone="wait">{t('toHear')}</Tag>
      </p>
      <p className={classes.detail}>
        {t('length', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
        {message.callerNumber ? ` · ${readablePhone(message.callerNumber)}` : ''}
      </p>
      <Callers message={message} />
      <Reopened reopened={message.reopened} />
      <MessageButtons message={message} isCurrent={isCurrent} />
    </li>
  );
}

function Callers({ message }: { message: InboxMessage }) {
  return message.callers.map((caller) => (
    <p key={caller.guardianName} className={classes.detail}>
      {caller.guardianName}
      {caller.students.map(
        (student) => ` · ${student.givenName} ${student.familyName}, ${student.className}`,
      )}
    </p>
  ));
}

function MessageButtons({ message, isCurrent }: { message: InboxMessage; isCurrent: boolean }) {
  const { t } = useTranslation('inbox');
  const settle = useCommand('inbox.settleMessage');
  const { messageId } = message;
  const takeDown = () => useDesk.getState().show({ messageId });
  const dismiss = () => {
    const undo = { steps: [undoBy('inbox.reopenMessage', { messageId })], said: t('messageReopened') };
    void settle({ messageId, outcome: 'dismissed' }).then(
      (answer) => answer.ok && sayDone(t('dismissed'), undo),
    );
  };
  useShortcut('inboxAccept', takeDown, isCurrent);
  useShortcut('inboxReject', dismiss, isCurrent);
  const hideKey = !isCurrent;
  return (
    <div className={classes.buttons}>
      <Button kind="quiet" shortcut="inboxAccept" hideKey={hideKey} onClick={takeDown}>
        {t('takeDown')}
      </Button>
      <Button kind="quiet" shortcut="inboxReject" hideKey={hideKey} onClick={dismiss}>
        {t('dismiss')}
      </Button>
    </div>
  );
}
