import { TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import barClasses from '../absences/FilterBar.module.css';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { countFilters, noFilters, type StudentFilters } from './student-filters.ts';

interface StudentFilterBarProps {
  filters: StudentFilters;
  onChange: (filters: Partial<StudentFilters>) => void;
}

const toggles = ['allDayCare', 'lunch', 'blocked', 'withLeft'] as const;

/** What narrows the directory: words of anything in it, a class, care, and who must not fetch. */
export function StudentFilterBar({ filters, onChange }: StudentFilterBarProps) {
  const { t } = useTranslation('students');
  const { data } = useQuery('absences.classes', {});
  const schoolClasses = (data?.classes ?? []).map(({ classId, name }) => ({ value: classId, label: name }));
  return (
    <fieldset className={barClasses.bar} aria-label={t('filter.label')}>
      <TextInput
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={filters.text}
        w={300}
        maxLength={100}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <SelectField
        label={t('columns.class')}
        labelHidden
        marked={filters.classId !== null}
        value={filters.classId ?? ''}
        options={[{ value: '', label: t('filter.allClasses') }, ...schoolClasses]}
        onChange={(value) => onChange({ classId: value === '' ? null : value })}
      />
      {toggles.map((name) => (
        <button
          key={name}
          type="button"
          className={barClasses.toggle}
          aria-pressed={filters[name]}
          onClick={() => onChange({ [name]: !filters[name] })}
        >
          {t(`filter.${name}`)}
        </button>
      ))}
      {countFilters(filters) > 0 ? (
        <Button kind="quiet" icon={<IconFilterOff aria-hidden />} onClick={() => onChange(noFilters)}>
          {t('filter.none')}
        </Button>
      ) : null}
    </fieldset>
  );
}
