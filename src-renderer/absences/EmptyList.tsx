import { IconClipboardHeart, IconFilterOff, IconPhone, IconSunHigh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { type AbsenceFilters, countFilters, noFilters } from './absence-filters.ts';
import { type FreeDay, freeName } from './free-days.ts';

interface EmptyListProps {
  filters: AbsenceFilters;
  free: FreeDay | undefined;
  onChange: (filters: Partial<AbsenceFilters>) => void;
}

/** Why nothing is listed, and what would be. */
export function EmptyList({ filters, free, onChange }: EmptyListProps) {
  const { t } = useTranslation('absences');
  if (free)
    return (
      <EmptyState icon={<IconSunHigh aria-hidden />} title={freeName(free, t)}>
        {t('empty.freeText')}
      </EmptyState>
    );
  if (countFilters(filters) > 0)
    return (
      <EmptyState
        icon={<IconFilterOff aria-hidden />}
        title={t('empty.filteredTitle')}
        action={<Button onClick={() => onChange(noFilters)}>{t('filter.none')}</Button>}
      >
        {t('empty.filteredText')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<IconClipboardHeart aria-hidden />}
      title={t(`empty.title.${filters.view}`)}
      action={
        <Button
          icon={<IconPhone aria-hidden />}
          shortcut="takeCall"
          onClick={() => useDesk.getState().show()}
        >
          {t('record')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );
}
