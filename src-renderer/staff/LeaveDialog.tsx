import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { DayField } from '../components/DayField.tsx';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import { useSession } from '../session/session-context.ts';
import type { StaffLine } from './staff-line.ts';

/** Asks for a colleague's last day. */
export function LeaveDialog({ person, onClose }: { person: StaffLine; onClose: () => void }) {
  const { t } = useTranslation('staff');
  const { today } = useSession();
  const leave = useCommand('staff.leave');
  const [on, setOn] = useState<Day | null>(today);
  const { staffId } = person;
  const name = `${person.givenName} ${person.familyName}`;
  const save = async () => {
    if (!(await leave({ staffId, on })).ok) return false;
    const sentence = t('leftDone', { name });
    const steps = [undoBy('staff.leave', { staffId, on: null })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
    return true;
  };
  return (
    <FormDialog
      title={t('leaveTitle', { name })}
      save={t('leaveSave')}
      ready={on !== null}
      onSave={save}
      onClose={onClose}
    >
      <DayField label={t('lastDay')} value={on} autoFocus onChange={setOn} />
      <p>{t('leaveHint')}</p>
    </FormDialog>
  );
}
