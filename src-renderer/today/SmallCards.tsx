import { IconCake, IconDoorExit } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Card } from '../components/Card.tsx';
import classes from './Today.module.css';

type Today = OperationResult<'today.office'>;

/** Who is fetched early, and whose birthday it is. Nothing there: no card. */
export function SmallCards({ today }: { today: Today }) {
  return (
    <>
      {today.earlyPickups.length > 0 ? <Pickups pickups={today.earlyPickups} /> : null}
      {today.birthdays.length > 0 ? <Birthdays birthdays={today.birthdays} /> : null}
    </>
  );
}

function Pickups({ pickups }: { pickups: Today['earlyPickups'] }) {
  const { t } = useTranslation('today');
  return (
    <Card title={t('pickups')} icon={<IconDoorExit aria-hidden />} aside={pickups.length}>
      <ul className={classes.rows}>
        {pickups.map((pickup) => (
          <li key={`${pickup.studentId}${pickup.at}`}>
            <time>{pickup.at || t('noTime')}</time>
            <StudentLink student={pickup} />
            <span className={classes.aside}>
              {pickup.regular ? `${pickup.className} · ${t('regular')}` : pickup.className}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Birthdays({ birthdays }: { birthdays: Today['birthdays'] }) {
  const { t } = useTranslation('today');
  return (
    <Card title={t('birthdays')} icon={<IconCake aria-hidden />} aside={birthdays.length}>
      <ul className={classes.rows}>
        {birthdays.map((birthday) => (
          <li key={birthday.studentId}>
            <StudentLink student={birthday} />
            <span className={classes.aside}>
              {birthday.className} · {t('turns', { count: birthday.age })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface StudentLinkProps {
  student: { studentId: string; givenName: string; familyName: string };
}

/** A child's name that opens the child's absences. */
export function StudentLink({ student }: StudentLinkProps) {
  const go = useRoute((route) => route.go);
  const name = `${student.givenName} ${student.familyName}`;
  return (
    <button
      type="button"
      className={classes.link}
      title={name}
      onClick={() => go('absences', {}, student.studentId)}
    >
      {name}
    </button>
  );
}
