import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { useQuery } from '../client/use-query.ts';
import { useSession } from '../session/session-context.ts';

const NONE: readonly OpenCase[] = [];

/** How many children are missing with nobody knowing why: of the school, for a teacher of the own class. */
export function useOpenCases(): { unexplained: number; cases: readonly OpenCase[]; known: boolean } {
  const { role } = useSession().person;
  const seesAll = role === 'schoolOffice' || role === 'principal';
  const { data: school } = useQuery('today.office', seesAll ? {} : null);
  const { data: own } = useQuery('today.class', role === 'teacher' ? { classId: null } : null);
  const ownCount = own?.lines.filter((line) => line.unexplained).length ?? 0;
  return {
    unexplained: school?.unexplained ?? ownCount,
    cases: school?.openCases ?? NONE,
    known: school !== undefined,
  };
}
