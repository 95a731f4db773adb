import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import type { Excuse } from '../../src-shared/absences/words.ts';
import type { CommandArgs } from '../../src-shared/contract/commands.ts';
import { useCommand } from '../client/use-command.ts';
import { say } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import { rangeWords } from './absence-words.ts';

export type CorrectFields = CommandArgs<'absences.correct'>['fields'];

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
  const correct = useCommand('absences.correct');
  const { absenceId, studentId } = line;
  const of = { absenceId, studentId };
  const whose = {
    name: `${line.givenName} ${line.familyName}`,
    className: line.className,
    days: rangeWords(line, format.shortDay, t),
  };
  const done = (answer: { ok: boolean }, sentence: string, undo?: () => void) => {
    if (answer.ok) say(t(`done.${sentence}`, whose), undo);
    return answer.ok;
  };
  return {
    excuse: async (excuse: Excuse) => {
      const before = line.excuse;
      return done(await decide({ ...of, excuse }), excuse, () => void decide({ ...of, excuse: before }));
    },
    written: async () => done(await written({ ...of, on: today }), 'written'),
    certificate: async () => done(await certificate({ ...of, on: today }), 'certificate'),
    healthOffice: async () => done(await healthOffice(of), 'healthOffice'),
    withdraw: async () => done(await withdraw(of), 'withdrawn'),
    correct: async (fields: CorrectFields) => {
      const before = fieldsBefore(line, fields);
      return done(
        await correct({ ...of, fields }),
        'corrected',
        () => void correct({ ...of, fields: before }),
      );
    },
  };
}

/** What the corrected fields said before. */
export function fieldsBefore(line: AbsenceLine, fields: CorrectFields): CorrectFields {
  const keys = Object.keys(fields);
  // The line holds every field that can be corrected, under the same name.
  return Object.fromEntries(Object.entries(line).filter(([key]) => keys.includes(key))) as CorrectFields;
}
