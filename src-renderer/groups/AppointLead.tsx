import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { holdsStudents } from '../../src-shared/groups/words.ts';
import { addDays } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import { useSession } from '../session/session-context.ts';
import classes from './Groups.module.css';
import { isReversed, SpanInputs, type TypedSpan } from './SpanInputs.tsx';
import { StaffField } from './StaffField.tsx';

interface AppointLeadProps {
  group: NonNullable<OperationResult<'groups.detail'>>;
  onClose: () => void;
}

/** Gives a group to a colleague to lead. */
export function AppointLead({ group, onClose }: AppointLeadProps) {
  const { t } = useTranslation('groups');
  const { today } = useSession();
  const appoint = useCommand('groups.appointLead');
  const [person, setPerson] = useState({ staffId: '', name: '' });
  const [span, setSpan] = useState<TypedSpan>({ fromDay: today, untilDay: null });
  const { fromDay, untilDay } = span;
  const save = async () => {
    if (fromDay === null) return false;
    const lead = { leadId: newId(), groupId: group.groupId };
    if (!(await appoint({ ...lead, staffId: person.staffId, fromDay, untilDay })).ok) return false;
    const sentence = t('lead.done', { name: person.name, group: group.name });
    const steps = [undoBy('groups.relieveLead', { ...lead, on: addDays(fromDay, -1) })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
    return true;
  };
  return (
    <FormDialog
      title={t('lead.title', { group: group.name })}
      save={t('lead.save')}
      ready={person.staffId !== '' && fromDay !== null && !isReversed(span)}
      problem={isReversed(span) ? t('reversed') : null}
      onSave={save}
      onClose={onClose}
    >
      <div className={classes.wide}>
        <StaffField
          label={t('colleague')}
          value={person.staffId}
          takesFocus
          onChange={(staffId, name) => setPerson({ staffId, name })}
        />
      </div>
      <SpanInputs span={span} onChange={setSpan} />
      {holdsStudents(group.kind) ? (
        <p className={`${classes.wide} ${classes.hint}`}>{t('lead.hint')}</p>
      ) : null}
    </FormDialog>
  );
}
