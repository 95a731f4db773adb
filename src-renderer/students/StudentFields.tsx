import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckField } from './FormFrame.tsx';
import { birthDateOf, type StudentForm, timeOf } from './student-form.ts';

/** Name, birthday, care and pick-up time of a child. */
export function StudentFields({
  form,
  onChange,
}: {
  form: StudentForm;
  onChange: (changed: Partial<StudentForm>) => void;
}) {
  const { t } = useTranslation('students');
  const text = (name: 'givenName' | 'familyName') => ({
    label: t(`fields.${name}`),
    value: form[name],
    maxLength: 120,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput {...text('givenName')} data-autofocus autoFocus />
      <TextInput {...text('familyName')} />
      <TextInput
        label={t('fields.birthDate')}
        placeholder="TT.MM.JJJJ"
        value={form.birthDate}
        error={birthDateOf(form.birthDate) === undefined ? t('fields.noBirthDate') : undefined}
        onChange={(event) => onChange({ birthDate: event.currentTarget.value })}
      />
      <TextInput
        label={t('fields.earlyPickupAt')}
        placeholder="11:45"
        value={form.earlyPickupAt}
        error={timeOf(form.earlyPickupAt) === undefined ? t('fields.noTime') : undefined}
        onChange={(event) => onChange({ earlyPickupAt: event.currentTarget.value })}
      />
      <CheckField
        label={t('allDayCare')}
        checked={form.allDayCare}
        onChange={(allDayCare) => onChange({ allDayCare })}
      />
      <CheckField label={t('lunch')} checked={form.lunch} onChange={(lunch) => onChange({ lunch })} />
    </>
  );
}
