import type { OperationArgs, OperationResult } from '../../src-shared/contract/staff-contract.ts';

export type DuplicatePair = OperationResult<'students.duplicateGuardians'>['pairs'][number];

/** What two entries of one person can say differently, in the order of the table. */
export const comparedParts = ['givenName', 'familyName', 'address', 'language'] as const;
export type ComparedPart = (typeof comparedParts)[number];
export type Side = 'one' | 'other';

/** Which entry is right about each part, and whose numbers stay. */
export interface DuplicateChoice {
  readonly parts: Readonly<Record<ComparedPart, Side>>;
  readonly contacts: OperationArgs<'guardians.merge'>['contacts'];
}

/** True where the two entries say different things, so that somebody has to choose. */
export function differs({ one, other }: DuplicatePair, part: ComparedPart): boolean {
  return (one[part] ?? '') !== (other[part] ?? '');
}

/** The first entry is right, but where it says nothing; all numbers stay. */
export function firstChoice({ one, other }: DuplicatePair): DuplicateChoice {
  const sideOf = (part: ComparedPart): Side => ((one[part] ?? '') === '' && other[part] ? 'other' : 'one');
  return {
    parts: {
      givenName: sideOf('givenName'),
      familyName: sideOf('familyName'),
      address: sideOf('address'),
      language: sideOf('language'),
    },
    contacts: 'both',
  };
}

/** What the one person will be called. */
export function chosenName(pair: DuplicatePair, { parts }: DuplicateChoice): string {
  return `${pair[parts.givenName].givenName} ${pair[parts.familyName].familyName}`.trim();
}

/** The command that makes one of the two: the first stays, with what is chosen of the second. */
export function mergeOf(
  pair: DuplicatePair,
  choice: DuplicateChoice,
  mergeId: string,
): OperationArgs<'guardians.merge'> {
  return {
    mergeId,
    guardianId: pair.one.guardianId,
    lostGuardianId: pair.other.guardianId,
    take: comparedParts.filter((part) => differs(pair, part) && choice.parts[part] === 'other'),
    contacts: choice.contacts,
  };
}
