import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { absenceReasons, excuses } from '../../src-shared/absences/words.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { type AbsenceFilters, countFilters, noFilters } from './absence-filters.ts';
import classes from './FilterBar.module.css';

interface FilterBarProps {
  filters: AbsenceFilters;
  onChange: (filters: Partial<AbsenceFilters>) => void;
}

/** What narrows the list. A filter that is set looks set, and all can be taken away at once. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('absences');
  return (
    <fieldset className={classes.bar} aria-label={t('filter.label')}>
      <Selects filters={filters} onChange={onChange} />
      <Toggle
        label={t('filter.overdue')}
        on={filters.onlyOverdue}
        onToggle={(onlyOverdue) => onChange({ onlyOverdue })}
      />
      <Toggle
        label={t('filter.withdrawn')}
        on={filters.withWithdrawn}
        onToggle={(withWithdrawn) => onChange({ withWithdrawn })}
      />
      {countFilters(filters) > 0 ? (
        <Button kind="quiet" icon={<IconFilterOff aria-hidden />} onClick={() => onChange(noFilters)}>
          {t('filter.none')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function Selects({ filters, onChange }: FilterBarProps) {
  const { t } = useTranslation('absences');
  const { data } = useQuery('absences.classes', { day: filters.day });
  const schoolClasses = (data?.classes ?? []).map(({ classId, name }) => ({ value: classId, label: name }));
  const isOver =
    filters.classId !== null && data && !data.classes.some((one) => one.classId === filters.classId);
  return (
    <>
      <SelectField
        label={t('columns.class')}
        labelHidden
        marked={filters.classId !== null}
        value={filters.classId ?? ''}
        options={[
          { value: '', label: t('filter.allClasses') },
          ...schoolClasses,
          ...(isOver ? [{ value: filters.classId ?? '', label: t('filter.otherYear') }] : []),
        ]}
        onChange={(value) => onChange({ classId: value === '' ? null : value })}
      />
      <SelectField
        label={t('columns.reason')}
        labelHidden
        marked={filters.reason !== null}
        value={filters.reason ?? ''}
        options={[
          { value: '', label: t('filter.allReasons') },
          ...absenceReasons.map((value) => ({ value, label: t(`words:reasons.${value}`) })),
        ]}
        onChange={(value) => onChange({ reason: value === '' ? null : value })}
      />
      <SelectField
        label={t('columns.excuse')}
        labelHidden
        marked={filters.excuse !== null}
        value={filters.excuse ?? ''}
        options={[
          { value: '', label: t('filter.allExcuses') },
          ...excuses.map((value) => ({ value, label: t(`words:excuses.${value}`) })),
        ]}
        onChange={(value) => onChange({ excuse: value === '' ? null : value })}
      />
    </>
  );
}

function Toggle({ label, on, onToggle }: { label: string; on: boolean; onToggle: (on: boolean) => void }) {
  return (
    <button type="button" className={classes.toggle} aria-pressed={on} onClick={() => onToggle(!on)}>
      {label}
    </button>
  );
}
