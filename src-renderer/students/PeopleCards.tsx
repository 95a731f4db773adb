import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { sayDone } from '../components/notices.ts';
import { PeopleForm, type PersonLine } from './PeopleForm.tsx';
import classes from './Students.module.css';
import { nameOf, type Card as StudentCardData } from './student-card.ts';

/** Whom to call when no guardian can be reached, in this order. */
export function EmergencyCard({ card }: { card: StudentCardData }) {
  const { t } = useTranslation('students');
  const note = useCommand('students.noteEmergencyContacts');
  const people = card.emergencyContacts.map(({ contactId, ...rest }) => ({ id: contactId, ...rest }));
  const save = async (lines: readonly PersonLine[]) => {
    const contacts = lines.map(({ id, name, relation, phone }) => ({ contactId: id, name, relation, phone }));
    const answer = await note({ studentId: card.studentId, contacts });
    if (answer.ok) sayDone(t('emergency.saved', { name: nameOf(card) }));
    return answer.ok;
  };
  return (
    <PeopleCard
      title={t('emergency.title')}
      none={t('emergency.none')}
      people={people}
      withPhone
      may={useMay()('students.noteEmergencyContacts')}
      onSave={save}
    />
  );
}

/** Who may fetch the child besides its guardians. */
export function PickupCard({ card }: { card: StudentCardData }) {
  const { t } = useTranslation('students');
  const note = useCommand('students.notePickups');
  const people = card.pickups.map(({ pickupId, ...rest }) => ({ id: pickupId, ...rest, phone: '' }));
  const save = async (lines: readonly PersonLine[]) => {
    const noted = lines.map(({ id, name, relation }) => ({ pickupId: id, name, relation }));
    const answer = await note({ studentId: card.studentId, people: noted });
    if (answer.ok) sayDone(t('pickups.saved', { name: nameOf(card) }));
    return answer.ok;
  };
  return (
    <PeopleCard
      title={t('pickups.title')}
      none={t('pickups.none')}
      people={people}
      withPhone={false}
      may={useMay()('students.notePickups')}
      onSave={save}
    />
  );
}

interface PeopleCardProps {
  title: string;
  none: string;
  people: readonly PersonLine[];
  withPhone: boolean;
  may: boolean;
  onSave: (people: readonly PersonLine[]) => Promise<boolean>;
}

function PeopleCard({ title, none, people, withPhone, may, onSave }: PeopleCardProps) {
  const { t } = useTranslation('students');
  const [editing, setEditing] = useState(false);
  if (editing)
    return (
      <Card title={title}>
        <div className={classes.inset}>
          <PeopleForm
            label={title}
            people={people}
            withPhone={withPhone}
            onSave={async (lines) => {
              if (await onSave(lines)) setEditing(false);
            }}
            onCancel={() => setEditing(false)}
          />
        </div>
      </Card>
    );
  return (
    <Card title={title} aside={people.length}>
      {people.length === 0 ? <EmptyState small title={none} /> : null}
      <ul className={classes.rows}>
        {people.map(({ id, name, relation, phone }) => (
          <li key={id}>
            <b>{name}</b>
            <small>{relation}</small>
            {withPhone ? <b className={classes.end}>{phone}</b> : null}
          </li>
        ))}
      </ul>
      {may ? (
        <div className={classes.actions}>
          <Button onClick={() => setEditing(true)}>{t('change')}</Button>
        </div>
      ) : null}
    </Card>
  );
}
