import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { SelectField } from '../components/SelectField.tsx';

/** A class of the school, or none yet. */
export function ClassSelect({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (classId: string | null) => void;
}) {
  const { t } = useTranslation('students');
  const { data } = useQuery('absences.classes', {});
  const options = (data?.classes ?? []).map(({ classId, name }) => ({ value: classId, label: name }));
  return (
    <SelectField
      label={t('columns.class')}
      value={value ?? ''}
      options={[{ value: '', label: t('noClass') }, ...options]}
      onChange={(classId) => onChange(classId === '' ? null : classId)}
    />
  );
}
