import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { SelectField } from '../components/SelectField.tsx';

interface StaffFieldProps {
  label: string;
  value: string;
  onChange: (staffId: string, name: string) => void;
  /** Only those whose children could become their own. */
  teaching?: boolean;
  takesFocus?: boolean;
}

/** A colleague who is at the school; typing letters jumps. */
export function StaffField(props: StaffFieldProps) {
  const { label, value, onChange, teaching = false, takesFocus = false } = props;
  const { t } = useTranslation('groups');
  const staff = (useQuery('staff.list', {}).data?.staff ?? [])
    .filter(({ here }) => here)
    .filter(({ role }) => !teaching || role === 'teacher' || role === 'principal')
    .map(({ staffId, familyName, givenName, shortName }) => ({
      value: staffId,
      label: `${familyName}, ${givenName} (${shortName})`,
      name: `${givenName} ${familyName}`,
    }));
  return (
    <SelectField
      label={label}
      value={value}
      takesFocus={takesFocus}
      options={[{ value: '', label: t('chooseColleague') }, ...staff]}
      onChange={(chosen) => onChange(chosen, staff.find((one) => one.value === chosen)?.name ?? '')}
    />
  );
}
