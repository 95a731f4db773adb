import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/values/day.ts';
import { Card } from '../../components/Card.tsx';
import { DayField } from '../../components/DayField.tsx';
import classes from './Year.module.css';

interface FirstDayProps {
  firstDay: Day | null;
  onChange: (firstDay: Day | null) => void;
}

/** The first day in the new classes. */
export function YearFirstDay({ firstDay, onChange }: FirstDayProps) {
  const { t } = useTranslation('groups');
  return (
    <Card title={t('newYear.begins')}>
      <div className={classes.fields}>
        <DayField label={t('newYear.firstDay')} value={firstDay} onChange={onChange} />
        <p>{t('newYear.firstDayHint')}</p>
      </div>
    </Card>
  );
}

/** The classes that wait for the new first-years, and how these come in afterwards. */
export function YearIntake({ intake, onChange }: { intake: string; onChange: (intake: string) => void }) {
  const { t } = useTranslation('groups');
  return (
    <Card title={t('newYear.intake.title')}>
      <div className={classes.fields}>
        <TextInput
          label={t('newYear.intake.label')}
          value={intake}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <p>{t('newYear.intake.hint')}</p>
      </div>
    </Card>
  );
}
