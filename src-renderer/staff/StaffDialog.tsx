import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type StaffRole, staffRoles } from '../../src-shared/rights/roles.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import { SelectField } from '../components/SelectField.tsx';
import { useSession } from '../session/session-context.ts';
import type { StaffLine } from './staff-line.ts';

interface StaffDialogProps {
  /** Null adds somebody. */
  person: StaffLine | null;
  onClose: () => void;
}

interface StaffForm {
  givenName: string;
  familyName: string;
  shortName: string;
  role: StaffRole;
}

/** Adds somebody to the staff, or corrects name and role. */
export function StaffDialog({ person, onClose }: StaffDialogProps) {
  const { t } = useTranslation('staff');
  const { t: tf } = useTranslation('frame');
  const own = useSession().person.id === person?.staffId;
  const [form, setForm] = useState<StaffForm>(() => formOf(person));
  const save = useSave(person);
  const field = (key: 'givenName' | 'familyName' | 'shortName', limit: number) => (
    <TextInput
      label={t(key)}
      value={form[key]}
      maxLength={limit}
      {...(key === 'givenName' ? { 'data-autofocus': true } : {})}
      onChange={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
    />
  );
  return (
    <FormDialog
      title={person ? t('correctTitle', { name: nameOf(person) }) : t('addTitle')}
      save={t(person ? 'save' : 'addSave')}
      ready={[form.givenName, form.familyName, form.shortName].every((text) => text.trim() !== '')}
      onSave={() => save(form)}
      onClose={onClose}
    >
      {field('givenName', 120)}
      {field('familyName', 120)}
      {field('shortName', 12)}
      <SelectField<StaffRole>
        label={t('role')}
        value={form.role}
        options={staffRoles.map((value) => ({ value, label: tf(`roles.${value}`) }))}
        disabled={own}
        hint={t('roleHint')}
        onChange={(role) => setForm({ ...form, role })}
      />
    </FormDialog>
  );
}

function useSave(person: StaffLine | null): (form: StaffForm) => Promise<boolean> {
  const { t } = useTranslation('staff');
  const add = useCommand('staff.add');
  const correct = useCommand('staff.correct');
  return async (form) => {
    const name = nameOf(form);
    if (person === null) {
      if (!(await add({ staffId: newId(), ...form })).ok) return false;
      sayDone(t('added', { name }));
      return true;
    }
    const { staffId } = person;
    if (!(await correct({ staffId, fields: form })).ok) return false;
    const sentence = t('corrected', { name });
    const steps = [undoBy('staff.correct', { staffId, fields: formOf(person) })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
    return true;
  };
}

function formOf(person: StaffLine | null): StaffForm {
  if (!person) return { givenName: '', familyName: '', shortName: '', role: 'teacher' };
  const { givenName, familyName, shortName, role } = person;
  return { givenName, familyName, shortName, role };
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}
