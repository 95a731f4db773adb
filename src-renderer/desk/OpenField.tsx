import { useTranslation } from 'react-i18next';
import { NotifiableList } from './NotifiableList.tsx';
import classes from './OpenField.module.css';
import type { DeskField, OptionProps } from './options.ts';
import { parseDay, parseTime } from './parse-day.ts';
import { SaidField } from './SaidField.tsx';
import { TextField } from './TextField.tsx';

/** The one field that is open below the options. */
export function OpenField(props: OptionProps & { field: DeskField }) {
  return (
    <div className={classes.field} key={props.field}>
      <FieldContent {...props} />
    </div>
  );
}

function FieldContent({ field, entry, today, onChange, actions }: OptionProps & { field: DeskField }) {
  const { t } = useTranslation('desk');
  const onDone = actions.closeField;
  if (field === 'notifiable') {
    return (
      <NotifiableList
        value={entry.notifiable}
        onChange={(notifiable) => onChange({ ...entry, notifiable })}
        onDone={onDone}
      />
    );
  }
  if (field === 'remark') {
    return (
      <TextField
        label={t('remark')}
        hint={t('remarkHint')}
        value={entry.remark}
        limit={500}
        onChange={(remark) => onChange({ ...entry, remark })}
        onDone={onDone}
      />
    );
  }
  if (field === 'callback') {
    return (
      <TextField
        label={t('callback')}
        hint={t('callbackHint')}
        value={entry.callbackNumber ?? ''}
        limit={40}
        onChange={(number) => onChange({ ...entry, callbackNumber: number || null })}
        onDone={onDone}
      />
    );
  }
  if (field === 'time') {
    return (
      <SaidField
        label={t('timeLabel')}
        hint={t('timeHint')}
        wrong={t('timeWrong')}
        read={parseTime}
        onRead={(atTime) => onChange({ ...entry, atTime })}
        onDone={onDone}
      />
    );
  }
  const read = (text: string) => parseDay(text, today);
  const take = (day: string | null) =>
    onChange(field === 'from' ? { ...entry, fromDay: day } : { ...entry, untilDay: day, openEnded: false });
  return (
    <SaidField
      label={t(field === 'from' ? 'fromFieldLabel' : 'untilFieldLabel')}
      hint={t('dayHint')}
      wrong={t('dayWrong')}
      read={read}
      onRead={take}
      onDone={onDone}
    />
  );
}
