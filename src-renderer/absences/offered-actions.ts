import type { OperationName } from '../../src-shared/rights/operations.ts';
import type { ShortcutId } from '../keyboard/catalogue.ts';
import type { AbsenceDetail } from './absence-detail.ts';

/** Something that can be done with an absence as it stands. */
export interface OfferedAction {
  readonly id: Extract<ShortcutId, `absence${string}`>;
  readonly needs: OperationName;
  /** Its words need the whole width. */
  readonly long: boolean;
}

const all: readonly OfferedAction[] = [
  { id: 'absenceHealthOffice', needs: 'absences.noteHealthOfficeNotice', long: true },
  { id: 'absenceWritten', needs: 'absences.noteWrittenExcuse', long: true },
  { id: 'absenceCertificate', needs: 'absences.noteCertificate', long: true },
  { id: 'absenceExcuse', needs: 'absences.excuse', long: false },
  { id: 'absenceUnexcuse', needs: 'absences.excuse', long: false },
  { id: 'absenceCorrect', needs: 'absences.correct', long: false },
];

/** What is left to do: nothing that has been done, and nothing at all once it is withdrawn. */
export function offeredActions({ line, notifiable }: AbsenceDetail): readonly OfferedAction[] {
  if (line.withdrawn) return [];
  const done: Record<OfferedAction['id'], boolean> = {
    absenceHealthOffice: notifiable === null || notifiable.healthOfficeNotifiedAt !== null,
    absenceWritten: line.writtenExcuseOn !== null,
    absenceCertificate: line.certificateSeenOn !== null,
    absenceExcuse: line.excuse === 'excused',
    absenceUnexcuse: line.excuse === 'unexcused',
    absenceCorrect: false,
  };
  return all.filter(({ id }) => !done[id]);
}
