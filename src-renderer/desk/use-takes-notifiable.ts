import { facetReach } from '../../src-shared/rights/facets.ts';
import { useSession } from '../session/session-context.ts';

/** Notifiable illnesses (§ 34 IfSG) are taken down by whoever sees them: office and head. */
export function useTakesNotifiable(): boolean {
  return facetReach(useSession().person.role, 'student.notifiable') !== 'none';
}
