import { useTranslation } from 'react-i18next';
import { toInstant } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { currentMinute } from '../session/clock.ts';
import { type ClassDay, type ClassLine, minutesLate } from './presence.ts';

type Mark = 'missing' | 'late' | 'present';
export type MarkChild = (line: ClassLine, state: Mark) => void;

/** Ticks a child; the sentence says what stands there now, and Ctrl+Z takes the tick back. */
export function useMark(day: ClassDay): MarkChild {
  const { t } = useTranslation('roll-call');
  const format = useFormat();
  const markStudent = useCommand('rollCall.mark');
  return (line, state) => {
    const late = minutesLate(format.time(toInstant(currentMinute())), day.lessonsStart);
    const { studentId } = line;
    const markId = newId();
    const tick = { markId, studentId, day: day.day, state, minutesLate: state === 'late' ? late : null };
    void markStudent(tick).then((answer) => {
      if (!answer.ok) return;
      const name = `${line.givenName} ${line.familyName}`;
      const undo = {
        steps: [undoBy('rollCall.retractMark', { markId, studentId })],
        said: t('tickTakenBack', { name }),
      };
      sayDone(t(`marked.${state}`, { name }), undo, 'mark');
    });
  };
}
