import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/Dialog.tsx';
import { sayDone } from '../components/notices.ts';
import { FormFrame } from './FormFrame.tsx';
import { ContactFields, NameFields, TieFields } from './GuardianFields.tsx';
import { guardianFieldsOf, guardianFormOf } from './guardian-form.ts';
import { KnownGuardians } from './KnownGuardians.tsx';
import { type Card, type CardGuardian, nameOf } from './student-card.ts';
import { useGuardianCommands } from './use-guardian-commands.ts';

interface GuardianDialogProps {
  card: Card;
  /** Null: closed. */
  editing: CardGuardian | 'new' | null;
  onClose: () => void;
}

/** Adds a guardian to a child, or corrects one and what they are to the child. */
export function GuardianDialog({ card, editing, onClose }: GuardianDialogProps) {
  const { t } = useTranslation('students');
  const title =
    editing === null || editing === 'new'
      ? t('guardians.add')
      : t('guardians.edit', { name: nameOf(editing) });
  return (
    <Dialog open={editing !== null} onClose={onClose} title={title} width={640}>
      {editing === null ? null : (
        <GuardianEditor card={card} guardian={editing === 'new' ? null : editing} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface GuardianEditorProps {
  card: Card;
  guardian: CardGuardian | null;
  onClose: () => void;
}

function GuardianEditor({ card, guardian, onClose }: GuardianEditorProps) {
  const { t } = useTranslation('students');
  const [form, setForm] = useState(() => guardianFormOf(guardian));
  const commands = useGuardianCommands(card.studentId);
  const fields = guardianFieldsOf(form);
  const change = (changed: Partial<typeof form>) => setForm((before) => ({ ...before, ...changed }));
  const submit = async () => {
    if (!fields) return;
    const taken = guardian ? await commands.change(guardian, fields) : await commands.addNew(fields);
    if (!taken) return;
    sayDone(t('guardians.saved', { name: `${fields.name.givenName} ${fields.name.familyName}`.trim() }));
    onClose();
  };
  const takeKnown = async (guardianId: string, name: string) => {
    const tied = guardianFieldsOf({ ...form, familyName: name });
    if (!tied || !(await commands.tieKnown(guardianId, tied))) return;
    sayDone(t('guardians.tied', { name, student: nameOf(card) }));
    onClose();
  };
  return (
    <FormFrame label={t('guardians.form')} ready={fields !== undefined} onSubmit={submit} onCancel={onClose}>
      <NameFields form={form} onChange={change} />
      {guardian ? null : <KnownGuardians card={card} form={form} onChoose={takeKnown} />}
      <TieFields form={form} onChange={change} />
      <ContactFields form={form} onChange={change} />
    </FormFrame>
  );
}
