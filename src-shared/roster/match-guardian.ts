import type { CurrentGuardian, CurrentRoster } from './current.ts';
import { guardianChanges } from './field-changes.ts';
import { addressesDiffer, type GuardianGroup, hasNoContact, sharesContact } from './group-guardians.ts';
import { groupBy } from './merge-rows.ts';
import { personKey } from './name-key.ts';
import type { SameReason } from './preview.ts';
import { nameRelation } from './similar-name.ts';

/** Who a guardian of the file is. */
export type GuardianMatch =
  /** Known, one for each line: a school may hold one person twice, once for each child. */
  | { readonly kind: 'known'; readonly guardians: ReadonlyMap<string, CurrentGuardian> }
  | { readonly kind: 'new' }
  | { readonly kind: 'possible'; readonly candidates: { guardian: CurrentGuardian; reason: SameReason }[] };

/** The school's guardians, by name and by child. */
export interface GuardianIndex {
  readonly byName: ReadonlyMap<string, readonly CurrentGuardian[]>;
  readonly byStudent: ReadonlyMap<string, readonly CurrentGuardian[]>;
}

/** Makes the index once per comparison. */
export function indexGuardians(current: CurrentRoster): GuardianIndex {
  const byId = new Map(current.guardians.map((guardian) => [guardian.id, guardian]));
  const ties = current.guardianships.flatMap((tie) => {
    const guardian = byId.get(tie.guardianId);
    return guardian ? [{ studentId: tie.studentId, guardian }] : [];
  });
  const byStudent = new Map<string, CurrentGuardian[]>();
  for (const [studentId, list] of groupBy(ties, (tie) => tie.studentId)) {
    byStudent.set(
      studentId,
      list.map(({ guardian }) => guardian),
    );
  }
  return { byName: groupBy(current.guardians, personKey), byStudent };
}

/**
 * Finds a guardian of the file in the school: first among the guardians of the same children, then by name and a contact
 * in common. A name alone, or a name with another address, is a proposal.
 */
export function matchGuardian(group: GuardianGroup, index: GuardianIndex): GuardianMatch {
  const direct = new Map<string, CurrentGuardian>();
  for (const line of group.lines) {
    const namesakes = (index.byStudent.get(line.studentRef) ?? []).filter(
      (known) => personKey(known) === personKey(line),
    );
    const [only, ...more] = narrowed(group, namesakes);
    if (only && more.length > 0) return possible(namesakes, 'sameNameTwice');
    if (only) direct.set(line.studentRef, only);
  }
  const found = [...new Set(direct.values())];
  const [guardian] = found;
  if (!guardian) return matchElsewhere(group, index);
  if (found.length > 1 && direct.size < group.lines.length) return possible(found, 'sameNameTwice');
  return {
    kind: 'known',
    guardians: new Map(group.lines.map((line) => [line.ref, direct.get(line.studentRef) ?? guardian])),
  };
}

function matchElsewhere(group: GuardianGroup, index: GuardianIndex): GuardianMatch {
  const { person } = group;
  const namesakes = index.byName.get(personKey(person)) ?? [];
  const sharing = namesakes.filter((known) => sharesContact(known, person));
  const [only, ...more] = sharing.filter((known) => !addressesDiffer(known, person));
  if (only && more.length === 0)
    return { kind: 'known', guardians: new Map(group.lines.map((line) => [line.ref, only])) };
  if (sharing.length > 0) return possible(sharing, only ? 'sameNameTwice' : 'otherContact');
  const bare = namesakes.filter((known) => hasNoContact(known) || hasNoContact(person));
  if (bare.length > 0) return possible(bare, 'noContact');
  const similar = [
    ...new Set(group.lines.flatMap((line) => index.byStudent.get(line.studentRef) ?? [])),
  ].flatMap((known) => {
    const relation = nameRelation(person, known);
    return relation ? [{ guardian: known, reason: relation }] : [];
  });
  return similar.length > 0 ? { kind: 'possible', candidates: similar } : { kind: 'new' };
}

/** Of several guardians with one name, those that fit best: who already says all the file says, or shares a contact. */
function narrowed(group: GuardianGroup, namesakes: readonly CurrentGuardian[]): readonly CurrentGuardian[] {
  if (namesakes.length < 2) return namesakes;
  const unchanged = namesakes.find((known) => guardianChanges(group.person, known).changes.length === 0);
  if (unchanged) return [unchanged];
  const sharing = namesakes.filter((known) => sharesContact(known, group.person));
  return sharing.length === 1 ? sharing : namesakes;
}

function possible(guardians: readonly CurrentGuardian[], reason: SameReason): GuardianMatch {
  return { kind: 'possible', candidates: guardians.map((guardian) => ({ guardian, reason })) };
}
