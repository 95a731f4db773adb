import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../absences/use-may.ts';
import { useQuery } from '../../client/use-query.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useFormat } from '../../format/use-format.ts';
import { YearChanged } from './YearChanged.tsx';
import { YearStep } from './YearStep.tsx';

/** The change of the school year: to be made, made already, or not yet due. */
export function YearPage() {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const may = useMay();
  const { data } = useQuery('groups.newYear', may('classes.changeYear') ? {} : null);
  if (!may('classes.changeYear')) return <EmptyState title={t('newYear.notYours')} />;
  if (!data) return <div />;
  if (data.classes.length > 0) return <YearStep key={data.schoolYear} year={data} />;
  if (data.change) return <YearChanged year={data} change={data.change} />;
  return (
    <EmptyState
      icon={<IconSchool aria-hidden />}
      title={t('newYear.running.title', { year: data.schoolYear })}
    >
      {t('newYear.running.text', { day: format.fullDay(data.nextFrom) })}
    </EmptyState>
  );
}
