import { useTranslation } from 'react-i18next';
import { toInstant } from '../../src-shared/values/day.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { say } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { currentMinute } from '../session/clock.ts';
import { type ClassDay, type ClassLine, minutesLate, presenceOf } from './presence.ts';

type Mark = 'missing' | 'late' | 'present';
export type MarkChild = (line: ClassLine, state: Mark) => void;

/** Ticks a child; the sentence says what stands there now, and Ctrl+Z takes the tick back. */
export function useMark(day: ClassDay): MarkChild {
  const { t } = useTranslation('roll-call');
  const format = useFormat();
  const markStudent = useCommand('rollCall.mark');
  const send = (line: ClassLine, state: Mark, minutes: number | null) =>
    markStudent({ markId: newId(), studentId: line.studentId, day: day.day, state, minutesLate: minutes });
  return (line, state) => {
    const late = minutesLate(format.time(toInstant(currentMinute())), day.lessonsStart);
    const before = line.mark ?? (presenceOf(line) === 'expected' ? 'missing' : 'present');
    void send(line, state, state === 'late' ? late : null).then((answer) => {
      if (!answer.ok) return;
      const undo = () => void send(line, before, line.minutesLate);
      say(t(`marked.${state}`, { name: `${line.givenName} ${line.familyName}` }), undo, 'mark');
    });
  };
}
