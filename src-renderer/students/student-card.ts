import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

/** Everything this person may see of one child. */
export type Card = NonNullable<OperationResult<'students.card'>>;
export type CardGuardian = Card['guardians'][number];

/** Given and family name as people say them. */
export function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`.trim();
}
