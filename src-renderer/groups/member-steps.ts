import { useCallback } from 'react';
import type { Span } from '../../src-shared/values/span.ts';
import { useClient } from '../client/client.tsx';
import { newId } from '../client/new-id.ts';
import { type UndoStep, undoBy } from '../client/undo.ts';
import { sayFailure } from '../components/notices.ts';
import type { MemberRow } from './member-rows.ts';

/** Enters somebody in a group for days. */
export function admitStep(
  groupId: string,
  { kind, personId, duty }: Pick<MemberRow, 'kind' | 'personId' | 'duty'>,
  span: Span,
): UndoStep {
  const membershipId = newId();
  const membership = { membershipId, groupId, duty: duty || null, ...span };
  switch (kind) {
    case 'student': {
      const students = [{ membershipId, studentId: personId }];
      return undoBy('groups.admitStudents', { groupId, students, ...span });
    }
    case 'guardian':
      return undoBy('groups.admitGuardian', { ...membership, guardianId: personId });
    case 'staff':
      return undoBy('groups.admitStaff', { ...membership, staffId: personId });
  }
}

/** Ends a membership that was entered by hand, or moves its end. */
export function dismissStep(
  groupId: string,
  { kind, personId }: Pick<MemberRow, 'kind' | 'personId'>,
  membershipId: string,
  on: string | null,
): UndoStep {
  const ending = { membershipId, groupId, on };
  switch (kind) {
    case 'student':
      return undoBy('groups.dismissStudent', { ...ending, studentId: personId });
    case 'guardian':
      return undoBy('groups.dismissGuardian', ending);
    case 'staff':
      return undoBy('groups.dismissStaff', ending);
  }
}

/** Takes a step now and says a failure. @returns whether it was done */
export function useStep(): (step: UndoStep) => Promise<boolean> {
  const { ask } = useClient();
  return useCallback(
    async (step) => {
      const answer = await step(ask);
      if (!answer.ok) sayFailure(answer.failure);
      return answer.ok;
    },
    [ask],
  );
}
