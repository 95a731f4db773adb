import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Button } from '../components/Button.tsx';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import { SelectField } from '../components/SelectField.tsx';
import type { DeskHit } from '../desk/entry.ts';
import { useSession } from '../session/session-context.ts';
import classes from './Groups.module.css';
import { admitStep, useStep } from './member-steps.ts';
import { isReversed, SpanInputs, type TypedSpan } from './SpanInputs.tsx';
import { StaffField } from './StaffField.tsx';
import { StudentPicker } from './StudentPicker.tsx';

interface AdmitPersonProps {
  group: NonNullable<OperationResult<'groups.detail'>>;
  onClose: () => void;
}

const kinds = ['guardian', 'staff'] as const;
type Kind = (typeof kinds)[number];

interface Person {
  readonly personId: string;
  readonly name: string;
}

/** Enters a guardian (found by a child) or a colleague in a committee or staff group, with a duty. */
export function AdmitPerson({ group, onClose }: AdmitPersonProps) {
  const { t } = useTranslation('groups');
  const { today } = useSession();
  const [kind, setKind] = useState<Kind>(group.kind === 'committee' ? 'guardian' : 'staff');
  const [person, setPerson] = useState<Person>({ personId: '', name: '' });
  const [duty, setDuty] = useState('');
  const [span, setSpan] = useState<TypedSpan>({ fromDay: today, untilDay: null });
  const take = useStep();
  const { fromDay, untilDay } = span;
  const save = async () => {
    if (fromDay === null) return false;
    const member = { kind, personId: person.personId, duty: duty.trim() };
    if (!(await take(admitStep(group.groupId, member, { fromDay, untilDay })))) return false;
    sayDone(t('admit.personDone', { name: person.name, group: group.name }));
    return true;
  };
  return (
    <FormDialog
      title={t('admit.title', { group: group.name })}
      save={t('admit.savePerson')}
      ready={person.personId !== '' && fromDay !== null && !isReversed(span)}
      problem={isReversed(span) ? t('reversed') : null}
      onSave={save}
      onClose={onClose}
    >
      <PersonField
        committee={group.kind === 'committee'}
        kind={kind}
        person={person}
        onKind={(chosen) => {
          setKind(chosen);
          setPerson({ personId: '', name: '' });
        }}
        onPerson={setPerson}
      />
      <TextInput
        label={t('admit.duty')}
        value={duty}
        maxLength={60}
        onChange={(event) => setDuty(event.currentTarget.value)}
      />
      <SpanInputs span={span} onChange={setSpan} />
    </FormDialog>
  );
}

interface PersonFieldProps {
  committee: boolean;
  kind: Kind;
  person: Person;
  onKind: (kind: Kind) => void;
  onPerson: (person: Person) => void;
}

/** Who it is: in a committee a guardian or a colleague, else a colleague. */
function PersonField({ committee, kind, person, onKind, onPerson }: PersonFieldProps) {
  const { t } = useTranslation('groups');
  const choose = (personId: string, name: string) => onPerson({ personId, name });
  return (
    <>
      {committee ? (
        <SelectField
          label={t('admit.who')}
          value={kind}
          takesFocus
          options={kinds.map((value) => ({ value, label: t(`admit.kinds.${value}`) }))}
          onChange={onKind}
        />
      ) : null}
      {kind === 'guardian' ? (
        <GuardianField chosen={person.name} onChoose={choose} />
      ) : (
        <StaffField label={t('colleague')} value={person.personId} onChange={choose} />
      )}
    </>
  );
}

interface GuardianFieldProps {
  chosen: string;
  onChoose: (guardianId: string, name: string) => void;
}

/** A guardian is found by the child, or by the own name: the search knows both. */
function GuardianField({ chosen, onChoose }: GuardianFieldProps) {
  const { t } = useTranslation('groups');
  const [hit, setHit] = useState<DeskHit | null>(null);
  return (
    <>
      <StudentPicker label={t('admit.guardianBy')} onTake={setHit} />
      <div className={`${classes.wide} ${classes.chosen}`}>
        {hit?.guardians.map(({ guardianId, name }) => (
          <Button
            key={guardianId}
            kind={name === chosen ? 'primary' : 'plain'}
            onClick={() => onChoose(guardianId, name)}
          >
            {name} ({hit.givenName}, {hit.className})
          </Button>
        ))}
      </div>
    </>
  );
}
