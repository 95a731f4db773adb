import { useTranslation } from 'react-i18next';
import { type NotifiableIllness, notifiableIllnesses } from '../../src-shared/absences/notifiable-illness.ts';
import { SelectField } from '../components/SelectField.tsx';
import { useTakesNotifiable } from '../desk/use-takes-notifiable.ts';
import type { AbsenceDetail } from './absence-detail.ts';

interface NotifiableFieldProps {
  value: NotifiableIllness | null;
  /** The health office was told: it stands as it was told. */
  isTold: boolean;
  onChange: (illness: NotifiableIllness | null) => void;
}

/** What is noted under § 34 IfSG, to be put right: the closed list, or nothing. Office and head only. */
export function NotifiableField({ value, isTold, onChange }: NotifiableFieldProps) {
  const { t } = useTranslation('absences');
  const takesNotifiable = useTakesNotifiable();
  if (!takesNotifiable) return null;
  const named = notifiableIllnesses.map((illness) => ({
    value: illness,
    label: t(`words:illnesses.${illness}`),
  }));
  named.sort((first, second) => first.label.localeCompare(second.label));
  return (
    <div data-wide>
      <SelectField
        label={t('correct.notifiable')}
        value={value ?? 'none'}
        options={[{ value: 'none', label: t('correct.notNotifiable') }, ...named]}
        onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
        disabled={isTold}
        hint={isTold ? t('correct.told') : undefined}
      />
    </div>
  );
}

/** The illness of the closed list that is noted with an absence; null where none is. */
export function notedIllness({ notifiable }: AbsenceDetail): NotifiableIllness | null {
  return notifiableIllnesses.find((illness) => illness === notifiable?.illness) ?? null;
}
