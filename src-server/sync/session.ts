import type { Role } from '../../src-shared/rights/roles.ts';

/** Who speaks, established from a token by the identity part. */
export interface Session {
  readonly schoolId: number;
  readonly accountId: string;
  /** Id of the staff member or guardian. */
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  readonly deviceId: string;
}
