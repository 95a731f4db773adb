import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { sayProblem } from '../../components/notices.ts';
import { SelectField } from '../../components/SelectField.tsx';
import type { DeskHit } from '../../desk/entry.ts';
import { StudentPicker } from '../StudentPicker.tsx';
import classes from './Year.module.css';
import { type Apart, labelOf, type NewYear, targetNames, type YearForm } from './year-form.ts';

interface YearApartProps {
  year: NewYear;
  form: YearForm;
  onChange: (apart: readonly Apart[]) => void;
}

/** Children who go another way than their class: who repeats or skips a year, changes class, or leaves. */
export function YearApart({ year, form, onChange }: YearApartProps) {
  const { t } = useTranslation('groups');
  const names = targetNames(form);
  const take = (hit: DeskHit) => {
    const from = year.classes.find(({ students }) =>
      students.some(({ studentId }) => studentId === hit.studentId),
    );
    if (!from) sayProblem(t('newYear.apart.notHere', { name: `${hit.givenName} ${hit.familyName}` }));
    else if (!form.apart.some(({ studentId }) => studentId === hit.studentId)) {
      // Whoever repeats stays under the name of the old class, if there is one of it next year.
      const to = names.includes(from.name) ? from.name : (names[0] ?? null);
      onChange([...form.apart, { studentId: hit.studentId, label: labelOf(hit, from.name), to }]);
    }
  };
  return (
    <Card title={t('newYear.apart.title')}>
      <div className={classes.fields}>
        <p>{t('newYear.apart.hint')}</p>
        <StudentPicker label={t('admit.child')} onTake={take} />
        {form.apart.length === 0 ? null : (
          <ul className={classes.apart}>
            {form.apart.map((one) => (
              <ApartLine
                key={one.studentId}
                one={one}
                names={names}
                onChange={(to) =>
                  onChange(form.apart.map((other) => (other === one ? { ...one, to } : other)))
                }
                onRemove={() => onChange(form.apart.filter((other) => other !== one))}
              />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

interface ApartLineProps {
  one: Apart;
  names: readonly string[];
  onChange: (to: string | null) => void;
  onRemove: () => void;
}

function ApartLine({ one, names, onChange, onRemove }: ApartLineProps) {
  const { t } = useTranslation('groups');
  const known = one.to === null || names.includes(one.to) ? names : [one.to, ...names];
  return (
    <li>
      <span>{one.label}</span>
      <SelectField
        label={t('newYear.apart.goesTo', { name: one.label })}
        labelHidden
        value={one.to ?? ''}
        options={[
          ...known.map((name) => ({ value: name, label: name })),
          { value: '', label: t('newYear.apart.leaves') },
        ]}
        onChange={(to) => onChange(to === '' ? null : to)}
      />
      <IconButton
        label={t('newYear.apart.remove', { name: one.label })}
        icon={<IconX aria-hidden />}
        type="button"
        onClick={onRemove}
      />
    </li>
  );
}
