import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { useQuery } from '../client/use-query.ts';
import { useSession } from '../session/session-context.ts';

const NONE: readonly OpenCase[] = [];
const NONE_SILENT: OpenCases['silent'] = [];

interface OpenCases {
  /** Children missing with nobody knowing why, of the school, for a teacher of the own class. */
  readonly unexplained: number;
  readonly cases: readonly OpenCase[];
  /** Classes that should have reported by now: a case of their own, for silence must never look like safety. */
  readonly silent: readonly { readonly classId: string }[];
  readonly known: boolean;
}

/** What somebody has to see to now: children, and classes that have not said who is missing. */
export function useOpenCases(): OpenCases {
  const { role } = useSession().person;
  const seesAll = role === 'schoolOffice' || role === 'principal';
  const { data: school } = useQuery('today.office', seesAll ? {} : null);
  const { data: own } = useQuery('today.class', role === 'teacher' ? { classId: null } : null);
  const ownCount = own?.lines.filter((line) => line.unexplained).length ?? 0;
  const ownSilent = own?.overdue && own.schoolClass ? [own.schoolClass] : NONE_SILENT;
  return {
    unexplained: school?.unexplained ?? ownCount,
    cases: school?.openCases ?? NONE,
    silent: school?.classes.filter((tile) => tile.overdue) ?? ownSilent,
    known: school !== undefined,
  };
}
