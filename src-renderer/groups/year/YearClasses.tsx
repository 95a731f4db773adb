import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/Tag.tsx';
import classes from './Year.module.css';
import type { Choice, EndingClass, NewYear } from './year-form.ts';

type Choices = Readonly<Record<string, Choice>>;

interface YearClassesProps {
  year: NewYear;
  choices: Choices;
  onChange: (choices: Choices) => void;
}

/** Each old class in a row with what follows it: a name, or that its children leave. */
export function YearClasses({ year, choices, onChange }: YearClassesProps) {
  const { t } = useTranslation('groups');
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('newYear.columns.old')}</th>
          <th scope="col">{t('newYear.columns.students')}</th>
          <th scope="col">{t('newYear.columns.next')}</th>
          <th scope="col">{t('newYear.columns.leaves')}</th>
          <th scope="col">{t('newYear.columns.teachers')}</th>
        </tr>
      </thead>
      <tbody>
        {year.classes.map((one) => (
          <ClassRow
            key={one.classId}
            one={one}
            choice={choices[one.classId] ?? { name: '', leaves: false }}
            onChange={(choice) => onChange({ ...choices, [one.classId]: choice })}
          />
        ))}
      </tbody>
    </table>
  );
}

interface ClassRowProps {
  one: EndingClass;
  choice: Choice;
  onChange: (choice: Choice) => void;
}

function ClassRow({ one, choice, onChange }: ClassRowProps) {
  const { t } = useTranslation('groups');
  const { name, following, students, teachers } = one;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{students.length}</td>
      <td>
        <input
          type="text"
          aria-label={t('newYear.nextOf', { name })}
          value={choice.leaves ? '' : choice.name}
          disabled={choice.leaves}
          maxLength={40}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => onChange({ ...choice, name: event.currentTarget.value })}
        />
        {following.kind === 'unclear' && !choice.leaves ? (
          <Tag tone="wait">{t('newYear.unclear')}</Tag>
        ) : null}
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={t('newYear.leavesOf', { name })}
          checked={choice.leaves}
          onChange={(event) => onChange({ ...choice, leaves: event.currentTarget.checked })}
        />
      </td>
      <td>{choice.leaves ? t('newYear.teachersEnd') : teachers.join(', ') || t('noTeacher')}</td>
    </tr>
  );
}
