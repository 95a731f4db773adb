import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { Button } from '../components/Button.tsx';
import { Clock } from '../components/Clock.tsx';
import { PendingDot } from '../components/PendingDot.tsx';
import { Tag } from '../components/Tag.tsx';
import { readablePhone } from '../format/phone.ts';
import { useInbox } from '../inbox/inbox-store.ts';
import { AttemptPips } from './AttemptPips.tsx';
import classes from './CaseRow.module.css';
import { nextStep } from './ladder.ts';
import { useLadder } from './ladder-store.ts';
import { useRelation } from './use-relation.ts';

interface CaseRowProps {
  open: OpenCase;
  /** The case the shortcut opens. */
  first: boolean;
  /** Something about the child waits for the server. */
  pending: boolean;
}

/** One missing child: how long, who was called, and the number to call next. */
export function CaseRow({ open, first, pending }: CaseRowProps) {
  const { t } = useTranslation('cases');
  const name = `${open.givenName} ${open.familyName}`;
  return (
    <li className={classes.row}>
      <Clock since={open.since} tone={open.waitingReport ? 'wait' : 'danger'} />
      <div className={classes.who}>
        <p className={classes.name} title={name}>
          <b>{name}</b> {pending ? <PendingDot /> : null}
          <span className={classes.meta}>
            {' · '}
            {open.className}
            {open.age === null ? '' : ` · ${t('age', { count: open.age })}`}
          </span>
        </p>
        <CaseFacts open={open} />
      </div>
      {open.waitingReport ? <ToInbox open={open} /> : <CallNext open={open} first={first} />}
    </li>
  );
}

function CaseFacts({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  const concern = open.concerns.find((raised) => raised.decision === null);
  return (
    <div className={classes.facts}>
      <AttemptPips open={open} />
      {open.kind === 'announcedLate' ? <span>{t('announced', { time: open.announcedFor })}</span> : null}
      {open.absentOnSchoolDayBefore ? <span>{t('alsoYesterday')}</span> : null}
      {concern ? <Tag tone="danger">{t('concernRaised')}</Tag> : null}
    </div>
  );
}

function CallNext({ open, first }: { open: OpenCase; first: boolean }) {
  const { t } = useTranslation('cases');
  const relation = useRelation();
  const show = useLadder((state) => state.show);
  const index = nextStep(open.ladder);
  const step = index === null ? undefined : open.ladder[index];
  const number = step?.phones[0]?.number;
  return (
    <div className={classes.call}>
      <span className={classes.phone}>{number ? readablePhone(number) : t('noNumber')}</span>
      <Button
        icon={<IconPhone aria-hidden />}
        onClick={() => show(open.studentId)}
        title={step?.name}
        {...(first ? { shortcut: 'openCase' as const } : {})}
      >
        {step ? t('callWho', { who: relation(step.relation) }) : t('openCase')}
      </Button>
    </div>
  );
}

function ToInbox({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  const look = useInbox((state) => state.lookAtStudent);
  return (
    <div className={classes.call}>
      <Tag tone="wait">{t('toCheck')}</Tag>
      <Button onClick={() => look(open.studentId)}>{t('readReport')}</Button>
    </div>
  );
}
