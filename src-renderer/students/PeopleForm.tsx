import { TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../client/new-id.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { FormFrame } from './FormFrame.tsx';
import classes from './Students.module.css';

/** Somebody to call or to hand a child to. */
export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
}

interface PeopleFormProps {
  label: string;
  people: readonly PersonLine[];
  withPhone: boolean;
  onSave: (people: readonly PersonLine[]) => Promise<void>;
  onCancel: () => void;
}

/** A short list of people, a line each; a line without a name is left out. */
export function PeopleForm({ label, people, withPhone, onSave, onCancel }: PeopleFormProps) {
  const { t } = useTranslation('students');
  const [lines, setLines] = useState<readonly PersonLine[]>(people.length === 0 ? [newLine()] : people);
  const named = lines.filter(({ name }) => name.trim() !== '');
  const ready = !withPhone || named.every(({ phone }) => phone.trim() !== '');
  const replace = (id: string, changed: Partial<PersonLine>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...changed } : line)));
  return (
    <FormFrame label={label} ready={ready} onSubmit={() => onSave(named)} onCancel={onCancel}>
      <div data-wide>
        {lines.map((line) => (
          <PersonFields
            key={line.id}
            line={line}
            withPhone={withPhone}
            onChange={(changed) => replace(line.id, changed)}
            onRemove={() => setLines((before) => before.filter(({ id }) => id !== line.id))}
          />
        ))}
        <Button
          kind="quiet"
          icon={<IconPlus aria-hidden />}
          onClick={() => setLines((before) => [...before, newLine()])}
        >
          {t('people.add')}
        </Button>
      </div>
    </FormFrame>
  );
}

interface PersonFieldsProps {
  line: PersonLine;
  withPhone: boolean;
  onChange: (changed: Partial<PersonLine>) => void;
  onRemove: () => void;
}

function PersonFields({ line, withPhone, onChange, onRemove }: PersonFieldsProps) {
  const { t } = useTranslation('students');
  const text = (name: 'relation' | 'name' | 'phone', label: string, maxLength: number) => ({
    ...{ label, maxLength, value: line[name], autoComplete: 'off' },
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <div className={classes.line}>
      <TextInput {...text('relation', t('people.relation'), 60)} />
      <TextInput {...text('name', t('people.name'), 120)} />
      {withPhone ? <TextInput {...text('phone', t('guardians.phone'), 40)} /> : <span />}
      <IconButton
        type="button"
        label={t('people.remove', { name: line.name })}
        icon={<IconTrash />}
        onClick={onRemove}
      />
    </div>
  );
}

function newLine(): PersonLine {
  return { id: newId(), name: '', relation: '', phone: '' };
}
