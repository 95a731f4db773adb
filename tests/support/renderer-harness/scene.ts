import type { StaffRole } from '../../../src-shared/rights/roles.ts';

type SceneName =
  | 'morning'
  | 'calm'
  | 'early'
  | 'offline'
  | 'free'
  | 'crowded'
  | 'handovers'
  | 'signedOut'
  | 'locked'
  | 'firstSync'
  | 'morningFirst'
  | 'importing'
  | 'rescue';

/** Which morning is shown, and to whom. */
export interface Scene {
  readonly name: SceneName;
  readonly role: StaffRole;
}
