import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import type { Excuse } from '../../src-shared/absences/words.ts';
import type { Answer } from '../client/answer.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import { whoseAbsence } from './absence-words.ts';

/** What can be done with one absence. Each says in a sentence what was done; what can be taken back, offers it. */
export function useAbsenceActions(line: AbsenceLine) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const { today } = useSession();
  const decide = useCommand('absences.excuse');
  const written = useCommand('absences.noteWrittenExcuse');
  const certificate = useCommand('absences.noteCertificate');
  const healthOffice = useCommand('absences.noteHealthOfficeNotice');
  const withdraw = useCommand('absences.withdraw');
  const { absenceId, studentId } = line;
  const of = { absenceId, studentId };
  const whose = whoseAbsence(line, format, t);
  const done = (answer: Answer<unknown>, sentence: string) => {
    if (answer.ok) sayDone(t(`done.${sentence}`, whose));
    return answer.ok;
  };
  /** With an entry in the history the change can be taken back; without, it changed nothing. */
  const changed = (answer: Answer<{ eventId: string | null }>, sentence: string) => {
    const eventId = answer.ok ? answer.result.eventId : null;
    if (eventId === null) return done(answer, sentence);
    const steps = [undoBy('absences.retractChange', { ...of, eventId })];
    sayDone(t(`done.${sentence}`, whose), { steps, said: t('done.takenBack', whose) });
    return true;
  };
  return {
    excuse: async (excuse: Excuse) => changed(await decide({ ...of, excuse }), excuse),
    written: async () => changed(await written({ ...of, on: today }), 'written'),
    certificate: async () => changed(await certificate({ ...of, on: today }), 'certificate'),
    healthOffice: async () => done(await healthOffice(of), 'healthOffice'),
    withdraw: async () => done(await withdraw(of), 'withdrawn'),
  };
}
