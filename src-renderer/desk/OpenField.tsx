import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import { useFormat } from '../format/use-format.ts';
import { firstDay } from './entry.ts';
import { NotifiableList } from './NotifiableList.tsx';
import classes from './OpenField.module.css';
import type { DeskField, OptionProps } from './options.ts';
import { parseDay, parseTime } from './parse-day.ts';
import { parseLessons, type SaidLessons } from './parse-lessons.ts';
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

function FieldContent(props: OptionProps & { field: DeskField }) {
  if (props.field === 'notifiable') {
    const { entry, onChange, actions } = props;
    const take = (notifiable: typeof entry.notifiable) => onChange({ ...entry, notifiable });
    return <NotifiableList value={entry.notifiable} onChange={take} onDone={actions.closeField} />;
  }
  return props.field === 'remark' || props.field === 'callback' ? (
    <WordsField {...props} />
  ) : (
    <WhenField {...props} />
  );
}

function WordsField({ field, entry, onChange, actions }: OptionProps & { field: DeskField }) {
  const { t } = useTranslation('desk');
  const remark = field === 'remark';
  return (
    <TextField
      label={t(remark ? 'remark' : 'callback')}
      hint={t(remark ? 'remarkHint' : 'callbackHint')}
      value={remark ? entry.remark : (entry.callbackNumber ?? '')}
      limit={remark ? 500 : 40}
      onChange={(text) =>
        onChange(remark ? { ...entry, remark: text } : { ...entry, callbackNumber: text || null })
      }
      onDone={actions.closeField}
    />
  );
}

function WhenField({ field, entry, student, today, onChange, actions }: OptionProps & { field: DeskField }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const onDone = actions.closeField;
  if (field === 'lessons') {
    const words = { label: t('lessonsLabel'), hint: t('lessonsHint'), wrong: t('lessonsWrong') };
    const take = (lessons: SaidLessons) => onChange({ ...entry, ...lessons });
    return <SaidField {...words} read={parseLessons} onRead={take} onDone={onDone} />;
  }
  if (field === 'time') {
    const take = (atTime: string) => onChange({ ...entry, atTime });
    const words = { label: t('timeLabel'), hint: t('timeHint'), wrong: t('timeWrong') };
    return <SaidField {...words} read={parseTime} onRead={take} onDone={onDone} />;
  }
  const take = (day: Day) =>
    onChange(field === 'from' ? { ...entry, fromDay: day } : { ...entry, untilDay: day, openEnded: false });
  const label = t(field === 'from' ? 'fromFieldLabel' : 'untilFieldLabel');
  const words = { label, hint: t('dayHint'), wrong: t('dayWrong') };
  const first = firstDay(entry, student);
  const refuse = (day: string) =>
    field === 'until' && day < first ? t('untilBeforeStart', { day: format.shortDay(first) }) : undefined;
  return (
    <SaidField
      {...words}
      read={(text) => parseDay(text, today)}
      refuse={refuse}
      onRead={take}
      onDone={onDone}
    />
  );
}
