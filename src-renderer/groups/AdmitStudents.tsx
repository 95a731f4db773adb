import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { FormDialog } from '../components/FormDialog.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { useSession } from '../session/session-context.ts';
import classes from './Groups.module.css';
import { isReversed, SpanInputs, type TypedSpan } from './SpanInputs.tsx';
import { StudentPicker } from './StudentPicker.tsx';
import { useAdmitStudents } from './use-admit-students.ts';

type Group = NonNullable<OperationResult<'groups.detail'>>;

export interface ChosenStudent {
  readonly studentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly className: string;
}

/** Enters several children at once: found by name one by one, or a whole class. */
export function AdmitStudents({ group, onClose }: { group: Group; onClose: () => void }) {
  const { t } = useTranslation('groups');
  const { today } = useSession();
  const [chosen, setChosen] = useState<readonly ChosenStudent[]>([]);
  const [span, setSpan] = useState<TypedSpan>({
    fromDay: group.fromDay > today ? group.fromDay : today,
    untilDay: null,
  });
  const admit = useAdmitStudents(group);
  const add = (students: readonly ChosenStudent[]) => {
    const known = new Set(chosen.map(({ studentId }) => studentId));
    setChosen([...chosen, ...students.filter(({ studentId }) => !known.has(studentId))]);
  };
  const { fromDay, untilDay } = span;
  return (
    <FormDialog
      title={t('admit.title', { group: group.name })}
      save={t('admit.save', { count: chosen.length })}
      ready={chosen.length > 0 && fromDay !== null && !isReversed(span)}
      problem={isReversed(span) ? t('reversed') : null}
      onSave={async () => fromDay !== null && admit(chosen, { fromDay, untilDay })}
      onClose={onClose}
    >
      <StudentPicker label={t('admit.child')} onTake={(hit) => add([hit])} />
      <WholeClass onTake={add} />
      <span />
      <ul className={`${classes.wide} ${classes.chosen}`} aria-label={t('admit.chosen')}>
        {chosen.map((one) => (
          <li key={one.studentId}>
            <Button
              icon={<IconX aria-hidden />}
              title={t('admit.remove')}
              onClick={() => setChosen(chosen.filter((other) => other !== one))}
            >
              {one.givenName} {one.familyName} {one.className}
            </Button>
          </li>
        ))}
      </ul>
      <SpanInputs span={span} onChange={setSpan} />
    </FormDialog>
  );
}

/** All children of a class, as soon as it is chosen. */
function WholeClass({ onTake }: { onTake: (students: readonly ChosenStudent[]) => void }) {
  const { t } = useTranslation('groups');
  const [classId, setClassId] = useState('');
  const all = useQuery('groups.list', {}).data?.classes ?? [];
  const { data } = useQuery('groups.ofClass', classId === '' ? null : { classId });
  return (
    <SelectField
      label={t('admit.fromClass')}
      value={classId}
      options={[
        { value: '', label: t('admit.noClass') },
        ...all.map((one) => ({ value: one.classId, label: `${one.name} (${one.students})` })),
      ]}
      hint={
        data ? (
          <Button kind="quiet" onClick={() => onTake(data.students)}>
            {t('admit.takeClass', { count: data.students.length, name: data.name })}
          </Button>
        ) : null
      }
      onChange={setClassId}
    />
  );
}
