import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { useFormat } from '../format/use-format.ts';
import { StudentLink } from '../today/SmallCards.tsx';
import classes from './EarlierCasesCard.module.css';

type EarlierCase = OperationResult<'cases.earlier'>['cases'][number];

/** Children whom nobody has asked about since they were missing on an earlier day. Nothing there: no card. */
export function EarlierCasesCard() {
  const { t } = useTranslation('cases');
  const cases = useQuery('cases.earlier', {}).data?.cases ?? [];
  if (cases.length === 0) return null;
  return (
    <Card title={t('earlier.title')} icon={<IconHistory aria-hidden />} aside={cases.length}>
      <ul>
        {cases.map((one) => (
          <EarlierRow key={`${one.studentId} ${one.day}`} one={one} />
        ))}
      </ul>
    </Card>
  );
}

function EarlierRow({ one }: { one: EarlierCase }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const { studentId, day } = one;
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <StudentLink student={one} /> · {one.className}
        <small>
          {t('earlier.when', { day: format.shortDay(day), name: one.markedBy })}
          {one.attempts > 0 ? ` · ${t('earlier.attempts', { count: one.attempts })}` : null}
        </small>
      </span>
      <Button kind="quiet" onClick={() => useDesk.getState().show({ studentId, day })}>
        {t('earlier.record')}
      </Button>
    </li>
  );
}
