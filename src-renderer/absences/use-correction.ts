import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import type { NotifiableIllness } from '../../src-shared/absences/notifiable-illness.ts';
import type { CommandArgs } from '../../src-shared/contract/commands.ts';
import { type UndoStep, undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { whoseAbsence } from './absence-words.ts';

export type CorrectFields = CommandArgs<'absences.correct'>['fields'];

/**
 * Saves a correction: the fields of the absence, and the notifiable illness (undefined: it was not touched). What is
 * saved is said with an undo, also when the other part is refused.
 * @returns whether all of it was saved
 */
export function useCorrection(
  line: AbsenceLine,
): (fields: CorrectFields, illness?: NotifiableIllness | null) => Promise<boolean> {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const correct = useCommand('absences.correct');
  const changeNotifiable = useCommand('absences.changeNotifiable');
  const { absenceId, studentId } = line;
  const of = { absenceId, studentId };
  const correctFields = async (fields: CorrectFields): Promise<UndoStep[] | null> => {
    if (Object.keys(fields).length === 0) return [];
    const answer = await correct({ ...of, fields });
    if (!answer.ok) return null;
    const { eventId } = answer.result;
    return eventId === null ? [] : [undoBy('absences.retractChange', { ...of, eventId })];
  };
  const correctIllness = async (
    illness: NotifiableIllness | null | undefined,
  ): Promise<UndoStep[] | null> => {
    if (illness === undefined) return [];
    const answer = await changeNotifiable({ ...of, illness });
    if (!answer.ok) return null;
    return [undoBy('absences.changeNotifiable', { ...of, illness: answer.result.before })];
  };
  return async (fields, illness) => {
    const ofFields = await correctFields(fields);
    if (ofFields === null) return false;
    const ofIllness = await correctIllness(illness);
    const steps = [...ofFields, ...(ofIllness ?? [])];
    const whose = whoseAbsence(line, format, t);
    if (steps.length > 0) sayDone(t('done.corrected', whose), { steps, said: t('done.takenBack', whose) });
    return ofIllness !== null;
  };
}
