import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './Decisions.module.css';

type LastDay = NonNullable<OperationResult<'today.office'>['holidaysRunOut']>;

/** Until when school holidays are known, and the way to further ones. */
export function HolidaysCard({ lastDay }: { lastDay: LastDay }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const go = useRoute((state) => state.go);
  const known =
    lastDay === 'none' ? t('holidays.none') : t('holidays.until', { day: format.fullDay(lastDay) });
  return (
    <Card title={t('holidays.title')} icon={<IconCalendarPlus aria-hidden />}>
      <div className={classes.decision}>
        <p className={classes.detail}>
          {known} {t('holidays.why')}
        </p>
        <div className={classes.buttons}>
          <Button onClick={() => go('administration', { part: 'calendar' })}>{t('holidays.open')}</Button>
        </div>
      </div>
    </Card>
  );
}
