import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Dialog } from '../components/Dialog.tsx';
import { PendingDot } from '../components/PendingDot.tsx';
import { Tag, type TagTone } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import { usePendingStudents } from '../sync/use-pending.ts';
import classes from './AbsentDialog.module.css';
import { StudentLink } from './SmallCards.tsx';

type Today = OperationResult<'today.office'>;
type Absent = Today['absentStudents'][number];

interface AbsentDialogProps {
  today: Today;
  open: boolean;
  onClose: () => void;
}

const tones: Record<Absent['state'], TagTone> = {
  unexplained: 'danger',
  comesLater: 'fact',
  reported: 'plain',
};

/** The list behind "18 fehlen": exactly these children. */
export function AbsentDialog({ today, open, onClose }: AbsentDialogProps) {
  const { t } = useTranslation('today');
  const pending = usePendingStudents();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('absentTitle', { count: today.absentStudents.length })}
      width={760}
    >
      <ul className={classes.list}>
        {today.absentStudents.map((student) => (
          <AbsentRow key={student.studentId} student={student} pending={pending.has(student.studentId)} />
        ))}
      </ul>
    </Dialog>
  );
}

function AbsentRow({ student, pending }: { student: Absent; pending: boolean }) {
  const { t } = useTranslation('today');
  const what = useWhat(student);
  return (
    <li>
      <b>{student.className}</b>
      <StudentLink student={student} />
      {pending ? <PendingDot /> : null}
      <span className={classes.what}>{what}</span>
      {student.toCheck ? <Tag tone="wait">{t('toCheck')}</Tag> : null}
      <Tag tone={tones[student.state]}>{t(`absentStates.${student.state}`)}</Tag>
    </li>
  );
}

/** Reason and duration in a few words; nothing where nothing is known. */
function useWhat({ reason, span, atTime, untilDay, state }: Absent): string {
  const { t } = useTranslation('words');
  const format = useFormat();
  const { today } = useSession();
  if (state === 'unexplained') return '';
  const why = reason === null ? '' : t(`reasons.${reason}`);
  if (span === 'arrivesLate') return `${why} ${t('days.arrivesLate', { time: atTime ?? '' })}`;
  if (untilDay === null) return `${why} ${t('days.furtherNotice')}`;
  return untilDay > today ? `${why} ${t('days.until', { until: format.shortDay(untilDay) })}` : why;
}
