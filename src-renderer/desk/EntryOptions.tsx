import { useTranslation } from 'react-i18next';
import { absenceReasons } from '../../src-shared/absences/words.ts';
import { useFormat } from '../format/use-format.ts';
import type { ShortcutId } from '../keyboard/catalogue.ts';
import { CertificateHint } from './CertificateHint.tsx';
import { Chip, ChipGroup } from './Chips.tsx';
import classes from './EntryOptions.module.css';
import { callerOf, firstDay, lastDay } from './entry.ts';
import { OpenField } from './OpenField.tsx';
import type { OptionProps } from './options.ts';
import { lessonWords } from './sentence.ts';
import { useTakesNotifiable } from './use-takes-notifiable.ts';

const reasonKeys: Record<(typeof absenceReasons)[number], ShortcutId> = {
  illness: 'deskIll',
  doctor: 'deskDoctor',
  weather: 'deskWeather',
  leave: 'deskLeave',
  other: 'deskOther',
};
const dayKeys: readonly ShortcutId[] = ['deskDay1', 'deskDay2', 'deskDay3', 'deskDay4', 'deskDay5'];

/** All options of a call; each letter on them does it. */
export function EntryOptions(props: OptionProps) {
  return (
    <div className={classes.options}>
      <Reasons {...props} />
      <Days {...props} />
      <CertificateHint entry={props.entry} student={props.student} />
      <Callers {...props} />
      <Extras {...props} />
      {props.field ? <OpenField {...props} field={props.field} /> : null}
    </div>
  );
}

function Reasons({ entry, onChange }: OptionProps) {
  const { t } = useTranslation('desk');
  return (
    <ChipGroup label={t('reasonLabel')}>
      {absenceReasons.map((reason) => (
        <Chip
          key={reason}
          on={entry.reason === reason}
          shortcut={reasonKeys[reason]}
          onClick={() => onChange({ ...entry, reason })}
        >
          {t(`reason.${reason}`)}
        </Chip>
      ))}
    </ChipGroup>
  );
}

function Days({ entry, student, today, actions }: OptionProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const from = firstDay(entry, student);
  const until = lastDay(entry, student);
  const days = student.schoolDays.filter((day) => day >= from).slice(0, 5);
  const otherDay = until !== null && !days.includes(until);
  return (
    <ChipGroup label={from === today ? t('untilLabel') : t('untilFromLabel', { day: format.shortDay(from) })}>
      {days.map((day, index) => (
        <Chip
          key={day}
          on={until === day}
          shortcut={dayKeys[index] ?? 'deskDay1'}
          onClick={() => actions.days(index + 1)}
        >
          {day === today ? t('today') : format.weekday(day)}
        </Chip>
      ))}
      <Chip on={otherDay} shortcut="deskUntil" onClick={() => actions.open('until')}>
        {otherDay && until ? format.shortDay(until) : t('otherDay')}
      </Chip>
      <Chip on={entry.openEnded} shortcut="deskOpenEnded" onClick={actions.openEnded}>
        {t('openEnded')}
      </Chip>
    </ChipGroup>
  );
}

function Callers({ entry, student, onChange, actions }: OptionProps) {
  const { t } = useTranslation('desk');
  const caller = callerOf(entry, student);
  // Who has sent a report of the portal, and that it came by the portal, is a fact.
  if (entry.reportId) return null;
  return (
    <ChipGroup label={t('callerLabel')}>
      {student.guardians.map((guardian, index) => (
        <Chip
          key={guardian.guardianId}
          on={guardian === caller}
          {...(index === 0 ? { shortcut: 'deskCaller' as const } : {})}
          onClick={() => onChange({ ...entry, guardianId: guardian.guardianId })}
        >
          {guardian.name}, {t(`relation.${guardian.relation}`)}
          {guardian.blocked ? ` (${t('blocked')})` : ''}
        </Chip>
      ))}
      <Chip on={entry.channel !== 'phone'} shortcut="deskChannel" onClick={actions.channel}>
        {t(`channel.${entry.channel}`)}
      </Chip>
    </ChipGroup>
  );
}

function Extras(props: OptionProps) {
  const { t } = useTranslation('desk');
  return (
    <ChipGroup label={t('extraLabel')}>
      <PartsOfTheDay {...props} />
      <Additions {...props} />
    </ChipGroup>
  );
}

function PartsOfTheDay({ entry, today, student, actions }: OptionProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const from = firstDay(entry, student);
  return (
    <>
      <Chip on={entry.span === 'arrivesLate'} shortcut="deskLate" onClick={() => actions.span('arrivesLate')}>
        {entry.span === 'arrivesLate' && entry.atTime ? t('lateAt', { time: entry.atTime }) : t('late')}
      </Chip>
      <Chip
        on={entry.span === 'leavesEarly'}
        shortcut="deskFetched"
        onClick={() => actions.span('leavesEarly')}
      >
        {entry.span === 'leavesEarly' && entry.atTime ? t('fetchedAt', { time: entry.atTime }) : t('fetched')}
      </Chip>
      {entry.reportId ? null : (
        <Chip on={entry.span === 'lessons'} shortcut="deskLessons" onClick={() => actions.span('lessons')}>
          {entry.span === 'lessons' && entry.fromLesson !== null ? lessonWords(entry, t) : t('lessonsOnly')}
        </Chip>
      )}
      <Chip on={from !== today} shortcut="deskFrom" onClick={() => actions.open('from')}>
        {from === today ? t('otherStart') : t('startsOn', { day: format.shortDay(from) })}
      </Chip>
    </>
  );
}

function Additions({ entry, actions }: OptionProps) {
  const { t } = useTranslation('desk');
  const takesNotifiable = useTakesNotifiable();
  return (
    <>
      {takesNotifiable ? (
        <Chip
          on={entry.notifiable !== null}
          shortcut="deskNotifiable"
          onClick={() => actions.open('notifiable')}
        >
          {entry.notifiable ? t(`words:illnesses.${entry.notifiable}`) : t('notifiable')}
        </Chip>
      ) : null}
      {entry.reportId ? null : (
        <Chip on={entry.excuseExpected !== 'none'} shortcut="deskExcuse" onClick={actions.excuse}>
          {t(`excuse.${entry.excuseExpected}`)}
        </Chip>
      )}
      <Chip
        on={entry.callbackNumber !== null}
        shortcut="deskCallback"
        onClick={() => actions.open('callback')}
      >
        {entry.callbackNumber ?? t('callback')}
      </Chip>
      <Chip on={entry.remark !== ''} shortcut="deskRemark" onClick={() => actions.open('remark')}>
        {t('remark')}
      </Chip>
    </>
  );
}
