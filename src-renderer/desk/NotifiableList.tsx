import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type NotifiableIllness, notifiableIllnesses } from '../../src-shared/absences/notifiable-illness.ts';

interface NotifiableListProps {
  value: NotifiableIllness | null;
  onChange: (illness: NotifiableIllness | null) => void;
  onDone: () => void;
}

/** The closed list of § 34 IfSG; typing a letter finds an entry. Nothing else about an illness is ever asked. */
export function NotifiableList({ value, onChange, onDone }: NotifiableListProps) {
  const { t } = useTranslation('desk');
  const sorted = [...notifiableIllnesses].sort((first, second) =>
    t(`words:illnesses.${first}`).localeCompare(t(`words:illnesses.${second}`)),
  );
  return (
    <NativeSelect
      label={t('notifiableLabel')}
      description={t('notifiableHint')}
      value={value ?? ''}
      autoFocus
      data={[
        { value: '', label: t('notifiableNone') },
        ...sorted.map((illness) => ({ value: illness, label: t(`words:illnesses.${illness}`) })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(notifiableIllnesses.find((illness) => illness === chosen) ?? null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    />
  );
}
