import { useTranslation } from 'react-i18next';
import { CountsCard } from '../absences/CountsCard.tsx';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';

/** The days for the report card and their weekdays; the absences themselves are one step away. */
export function AbsencesCard({ studentId }: { studentId: string }) {
  const { t } = useTranslation('students');
  const { data } = useQuery('absences.ofStudent', { studentId });
  const go = useRoute((route) => route.go);
  if (!data) return null;
  return (
    <div>
      <CountsCard year={data} />
      <Button kind="quiet" onClick={() => go('absences', {}, studentId)}>
        {t('allAbsences', { count: data.lines.length })}
      </Button>
    </div>
  );
}
