import { useTranslation } from 'react-i18next';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { TypedText } from '../sync/TypedText.tsx';
import classes from './InboxCard.module.css';
import type { Handover } from './inbox-items.ts';

interface HandoverRowProps {
  handover: Handover;
  isCurrent: boolean;
  onChoose: () => void;
}

/** What somebody wrote about a child they may not see any more: entered by the office, or put away. */
export function HandoverRow({ handover, isCurrent, onChoose }: HandoverRowProps) {
  const { t } = useTranslation('inbox');
  const { t: tOperations } = useTranslation('operations');
  const format = useFormat();
  const { student } = handover;
  const operation = tOperations([handover.operation, 'unknown']);
  const name = student ? `${student.givenName} ${student.familyName}` : operation;
  return (
    <li
      className={classes.row}
      data-current={isCurrent || undefined}
      tabIndex={-1}
      onFocus={isCurrent ? undefined : onChoose}
    >
      <p className={classes.head}>
        <span className={classes.name} title={name}>
          <b>{name}</b>
          {student?.className ? ` · ${student.className}` : ''}
        </span>
        <Tag tone="wait">{t('handover')}</Tag>
      </p>
      <p className={classes.detail}>
        {student ? `${operation} · ` : ''}
        {handover.authorName}, {format.dayAndTime(handover.occurredAt)}
      </p>
      <TypedText args={handover.args} compact />
      <p className={classes.detail}>{t('handoverWhy')}</p>
      <HandoverButtons handover={handover} isCurrent={isCurrent} name={name} />
    </li>
  );
}

function HandoverButtons({
  handover,
  isCurrent,
  name,
}: Omit<HandoverRowProps, 'onChoose'> & { name: string }) {
  const { t } = useTranslation('inbox');
  const take = useCommand('handovers.takeOver');
  const settle = useCommand('handovers.settle');
  const { handoverId, mayTakeOver } = handover;
  const takeOver = () => {
    void take({ handoverId }).then((answer) => answer.ok && sayDone(t('takenOver', { name })));
  };
  const setAside = () => {
    void settle({ handoverId, outcome: 'setAside' }).then(
      (answer) => answer.ok && sayDone(t('setAside', { name })),
    );
  };
  useShortcut('inboxAccept', takeOver, isCurrent && mayTakeOver);
  useShortcut('inboxReject', setAside, isCurrent);
  const hideKey = !isCurrent;
  return (
    <div className={classes.buttons}>
      {mayTakeOver ? (
        <Button kind="quiet" shortcut="inboxAccept" hideKey={hideKey} onClick={takeOver}>
          {t('takeOver')}
        </Button>
      ) : null}
      <Button kind="quiet" shortcut="inboxReject" hideKey={hideKey} onClick={setAside}>
        {t('putAway')}
      </Button>
    </div>
  );
}
