import { IconSunHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { weekday } from '../../src-shared/values/day.ts';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';

/** A day without lessons: a calm sentence instead of empty lists. */
export function FreeDay({ today }: { today: { day: string; freePeriod: string | null } }) {
  const { t } = useTranslation('today');
  const weekend = weekday(today.day) > 5;
  const title = today.freePeriod ?? t(weekend ? 'weekend' : 'noLessons');
  return (
    <Card title={t('freeTitle')} fill>
      <EmptyState icon={<IconSunHigh />} title={title}>
        {t('freeText')}
      </EmptyState>
    </Card>
  );
}
