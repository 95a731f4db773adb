import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Bar } from '../components/Bar.tsx';
import { Card } from '../components/Card.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './Rates.module.css';

type Rate = OperationResult<'today.principal'>['classRates'][number];

/** How much each class is missing, in the last six weeks. Each line opens the class's absences. */
export function ClassRates({ rates }: { rates: readonly Rate[] }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const go = useRoute((route) => route.go);
  const highest = Math.max(0.01, ...rates.map((rate) => rate.rate));
  return (
    <Card title={t('classRates')} fill aside={t('ofChildDays')}>
      <ul className={classes.rates}>
        {rates.map((rate) => (
          <li key={rate.classId}>
            <button type="button" onClick={() => go('absences', { class: rate.classId })}>
              <b>{rate.name}</b>
              <Bar total={highest} parts={[{ value: rate.rate, tone: 'brand' }]} />
              <span>{format.percent(rate.rate)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
