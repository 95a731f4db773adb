import { IconUrgent } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useLadder } from '../cases/ladder-store.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './Decisions.module.css';
import { StudentLink } from './SmallCards.tsx';

type Concern = OperationResult<'today.principal'>['concerns'][number];
const decisions = ['police', 'keepCalling', 'cleared'] as const;

/** Second worrying factors that wait for the head's decision. Nothing there: no card. */
export function ConcernsCard({ concerns }: { concerns: readonly Concern[] }) {
  const { t } = useTranslation('today');
  if (concerns.length === 0) return null;
  return (
    <Card tone="alarm" title={t('concerns')} icon={<IconUrgent aria-hidden />} aside={concerns.length}>
      <ul>
        {concerns.map((concern) => (
          <ConcernRow key={concern.concernId} concern={concern} />
        ))}
      </ul>
    </Card>
  );
}

function ConcernRow({ concern }: { concern: Concern }) {
  const { t } = useTranslation('today');
  const { t: tWords } = useTranslation('words');
  const format = useFormat();
  const show = useLadder((state) => state.show);
  const decide = useCommand('cases.decideConcern');
  const [asking, setAsking] = useState(false);
  const { concernId, studentId } = concern;
  const choose = async (decision: (typeof decisions)[number]) => {
    const answer = await decide({ concernId, studentId, decision });
    if (answer.ok) sayDone(t('decided', { decision: tWords(`decisions.${decision}`) }));
  };
  return (
    <li className={classes.decision}>
      <p className={classes.head}>
        <StudentLink student={concern} /> · {concern.className} · <b>{tWords(`factors.${concern.factor}`)}</b>
      </p>
      <p className={classes.detail}>
        {concern.note ? `${concern.note} – ` : ''}
        {format.dayAndTime(concern.at)}, {concern.staffName}
      </p>
      <Confirmation open={asking} onClose={() => setAsking(false)} onConfirm={() => void choose('police')} />
      <div className={classes.buttons}>
        {decisions.map((decision) => (
          <Button
            key={decision}
            kind={decision === 'police' ? 'danger' : 'plain'}
            onClick={() => (decision === 'police' ? setAsking(true) : void choose(decision))}
          >
            {tWords(`decisions.${decision}`)}
          </Button>
        ))}
        <Button kind="quiet" onClick={() => show(studentId)}>
          {t('toCase')}
        </Button>
      </div>
    </li>
  );
}

/** The one decision that can't be taken back once somebody has acted on it: asked once before it is kept. */
function Confirmation(props: { open: boolean; onClose: () => void; onConfirm: () => void }) {
  const { t } = useTranslation('today');
  const { t: tWords } = useTranslation('words');
  const { open, onClose, onConfirm } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('confirmPolice.title')}
      width={480}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('confirmPolice.cancel')}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {tWords('decisions.police')}
          </Button>
        </>
      }
    >
      <p>{t('confirmPolice.text')}</p>
    </Dialog>
  );
}
