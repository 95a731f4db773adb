import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { DayField } from '../components/DayField.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import classes from './StudentCards.module.css';
import { dutyFrom, type StudentYear } from './student-year.ts';
import { useMay } from './use-may.ts';

/** Whether a certificate is asked for from the first day. Ordering and lifting it is the head's decision. */
export function CertificateCard({ year }: { year: StudentYear }) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const { today } = useSession();
  const may = useMay();
  const [ordering, setOrdering] = useState(false);
  const duty = dutyFrom(year.certificateDuties, today);
  const words = duty
    ? t(duty.untilDay === null ? 'duty.open' : 'duty.until', {
        from: format.fullDay(duty.fromDay),
        until: duty.untilDay === null ? '' : format.fullDay(duty.untilDay),
      })
    : t('duty.none');
  return (
    <Card title={t('duty.title')}>
      <div className={classes.body}>
        {ordering ? <OrderForm year={year} onDone={() => setOrdering(false)} /> : <p>{words}</p>}
        {duty && may('absences.liftCertificateDuty') ? <Lift year={year} dutyId={duty.dutyId} /> : null}
        {!duty && !ordering && may('absences.requireCertificate') ? (
          <Button className={classes.begin} onClick={() => setOrdering(true)}>
            {t('duty.order')}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

function Lift({ year, dutyId }: { year: StudentYear; dutyId: string }) {
  const { t } = useTranslation('absences');
  const lift = useCommand('absences.liftCertificateDuty');
  const run = async () => {
    const answer = await lift({ dutyId, studentId: year.studentId });
    if (answer.ok) sayDone(t('duty.lifted', { name: `${year.givenName} ${year.familyName}` }));
  };
  return (
    <Button className={classes.begin} onClick={() => void run()}>
      {t('duty.lift')}
    </Button>
  );
}

function OrderForm({ year, onDone }: { year: StudentYear; onDone: () => void }) {
  const { t } = useTranslation('absences');
  const { today } = useSession();
  const order = useCommand('absences.requireCertificate');
  const [fromDay, setFrom] = useState<Day | null>(today);
  const [untilDay, setUntil] = useState<Day | null>(null);
  const { studentId } = year;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fromDay === null) return;
    const dutyId = newId();
    const answer = await order({ dutyId, studentId, fromDay, untilDay });
    if (!answer.ok) return;
    const name = `${year.givenName} ${year.familyName}`;
    sayDone(t('duty.ordered', { name }), {
      steps: [undoBy('absences.liftCertificateDuty', { dutyId, studentId })],
      said: t('duty.lifted', { name }),
    });
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <DayField label={t('duty.from')} value={fromDay} autoFocus onChange={setFrom} />
      <DayField label={t('duty.untilOptional')} value={untilDay} onChange={setUntil} />
      <div className={classes.buttons}>
        <Button type="submit" disabled={fromDay === null}>
          {t('duty.order')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('correct.cancel')}
        </Button>
      </div>
    </form>
  );
}
