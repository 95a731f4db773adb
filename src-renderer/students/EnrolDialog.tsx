import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../app/routes.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Dialog } from '../components/Dialog.tsx';
import { sayDone } from '../components/notices.ts';
import { ClassSelect } from './ClassSelect.tsx';
import { FormFrame } from './FormFrame.tsx';
import { StudentFields } from './StudentFields.tsx';
import { emptyForm, fieldsOf } from './student-form.ts';

/** Takes a new child into the register, and opens its card for guardians and contacts. */
export function EnrolDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('students');
  return (
    <Dialog open={open} onClose={onClose} title={t('enrol.title')} width={560}>
      <EnrolForm onClose={onClose} />
    </Dialog>
  );
}

function EnrolForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('students');
  const go = useRoute((route) => route.go);
  const enrol = useCommand('students.enrol');
  const [form, setForm] = useState(emptyForm);
  const [classId, setClassId] = useState<string | null>(null);
  const fields = fieldsOf(form);
  const submit = async () => {
    if (!fields) return;
    const studentId = newId();
    const answer = await enrol({ studentId, ...fields, classId });
    if (!answer.ok) return;
    sayDone(t('enrol.done', { name: `${fields.givenName} ${fields.familyName}` }));
    onClose();
    go('students', {}, studentId);
  };
  return (
    <FormFrame label={t('enrol.title')} ready={fields !== undefined} onSubmit={submit} onCancel={onClose}>
      <StudentFields form={form} onChange={(changed) => setForm((before) => ({ ...before, ...changed }))} />
      <ClassSelect value={classId} onChange={setClassId} />
    </FormFrame>
  );
}
