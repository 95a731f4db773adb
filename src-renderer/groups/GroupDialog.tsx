import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { type GroupKind, groupKinds, holdsStudents } from '../../src-shared/groups/words.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { useSession } from '../session/session-context.ts';
import classes from './Groups.module.css';
import { formOf, type GroupForm, isComplete } from './group-form.ts';
import { RuleFields } from './RuleFields.tsx';
import { isReversed, SpanInputs } from './SpanInputs.tsx';
import { useSaveGroup } from './use-save-group.ts';

interface GroupDialogProps {
  /** Null founds a new one. */
  group: NonNullable<OperationResult<'groups.detail'>> | null;
  onClose: () => void;
  onSaved?: (groupId: string) => void;
}

/** Founds a group, corrects it, or closes it by its last day. */
export function GroupDialog({ group, onClose, onSaved }: GroupDialogProps) {
  const { t } = useTranslation('groups');
  const { today } = useSession();
  const [form, setForm] = useState<GroupForm>(() => formOf(group, today));
  const save = useSaveGroup(group);
  return (
    <FormDialog
      title={group ? t('correct.title', { group: group.name }) : t('found')}
      save={t(group ? 'correct.save' : 'foundSave')}
      ready={isComplete(form)}
      problem={isReversed(form) ? t('reversed') : null}
      onSave={async () => {
        const groupId = await save(form);
        if (groupId !== null) onSaved?.(groupId);
        return groupId !== null;
      }}
      onClose={onClose}
    >
      <GroupFields
        form={form}
        isNew={group === null}
        onChange={(fields) => setForm({ ...form, ...fields })}
      />
    </FormDialog>
  );
}

interface GroupFieldsProps {
  form: GroupForm;
  /** What a group is stays as it was founded. */
  isNew: boolean;
  onChange: (fields: Partial<GroupForm>) => void;
}

function GroupFields({ form, isNew, onChange }: GroupFieldsProps) {
  const { t } = useTranslation('groups');
  return (
    <>
      <TextInput
        label={t('name')}
        value={form.name}
        maxLength={80}
        data-autofocus
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {isNew ? (
        <SelectField<GroupKind>
          label={t('kindLabel')}
          value={form.kind}
          options={groupKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => onChange({ kind, rule: holdsStudents(kind) ? form.rule : null })}
        />
      ) : (
        <span />
      )}
      {holdsStudents(form.kind) ? (
        <div className={classes.wide}>
          <RuleFields rule={form.rule} onChange={(rule) => onChange({ rule })} />
        </div>
      ) : null}
      <SpanInputs span={form} onChange={onChange} />
      <div className={classes.wide}>
        <Textarea
          label={t('note')}
          value={form.note}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
