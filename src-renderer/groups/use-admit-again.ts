import type { Span } from '../../src-shared/values/span.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import type { MemberRow } from './member-rows.ts';

/** Enters somebody in a group for days, as they were entered before. @returns whether it was done */
export function useAdmitAgain(
  groupId: string,
  { kind, personId, duty }: Pick<MemberRow, 'kind' | 'personId' | 'duty'>,
): (span: Span) => Promise<boolean> {
  const admitStudents = useCommand('groups.admitStudents');
  const admitGuardian = useCommand('groups.admitGuardian');
  const admitStaff = useCommand('groups.admitStaff');
  return async (span) => {
    const membershipId = newId();
    const membership = { membershipId, groupId, duty: duty || null, ...span };
    if (kind === 'student')
      return (await admitStudents({ groupId, students: [{ membershipId, studentId: personId }], ...span }))
        .ok;
    return kind === 'guardian'
      ? (await admitGuardian({ ...membership, guardianId: personId })).ok
      : (await admitStaff({ ...membership, staffId: personId })).ok;
  };
}
