import type { CurrentGuardian, CurrentRoster } from './current.ts';
import { guardianChanges } from './field-changes.ts';
import {
  addressesDiffer,
  type GuardianGroup,
  type GuardianLine,
  groupOf,
  hasNoContact,
  personOf,
  sharesContact,
} from './group-guardians.ts';
import { groupBy } from './merge-rows.ts';
import { personKey } from './name-key.ts';
import type { SameReason } from './preview.ts';
import { foldName, nameRelation } from './similar-name.ts';

/** Who a guardian of the file is. */
export type GuardianMatch =
  | { readonly kind: 'known'; readonly guardian: CurrentGuardian }
  | { readonly kind: 'new' }
  | { readonly kind: 'possible'; readonly candidates: { guardian: CurrentGuardian; reason: SameReason }[] };

export interface MatchedGroup {
  readonly group: GuardianGroup;
  readonly match: GuardianMatch;
}

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
 * in common. A name alone, or a name with another address, is a proposal. A school may hold one person twice, once for
 * each child: then the group is divided among them.
 */
export function matchGuardian(group: GuardianGroup, index: GuardianIndex): MatchedGroup[] {
  const direct = group.lines.map((line) => ({ line, guardians: guardiansOfChild(line, index) }));
  const ambiguous = direct.find(({ guardians }) => guardians.length > 1);
  if (ambiguous) return [{ group, match: possible(ambiguous.guardians, 'sameNameTwice') }];
  const found = new Set(direct.flatMap(({ guardians }) => guardians));
  const [only, ...more] = found;
  if (!only) return [{ group, match: matchElsewhere(group, index) }];
  if (more.length === 0) return [{ group, match: { kind: 'known', guardian: only } }];
  const divided = [...found].map((guardian): MatchedGroup => {
    const lines = direct.filter(({ guardians }) => guardians[0] === guardian).map(({ line }) => line);
    return { group: groupOf(lines), match: { kind: 'known', guardian } };
  });
  const rest = direct.filter(({ guardians }) => guardians.length === 0).map(({ line }) => line);
  return rest.length === 0
    ? divided
    : [...divided, { group: groupOf(rest), match: possible([...found], 'sameNameTwice') }];
}

/** The namesakes among a child's guardians; of several the one who already says what the line says, or shares a contact. */
function guardiansOfChild(line: GuardianLine, index: GuardianIndex): readonly CurrentGuardian[] {
  const namesakes = (index.byStudent.get(line.studentRef) ?? []).filter(
    (known) => personKey(known) === personKey(line),
  );
  if (namesakes.length < 2) return namesakes;
  const unchanged = namesakes.find((known) => guardianChanges(personOf(line), known).changes.length === 0);
  if (unchanged) return [unchanged];
  const sharing = namesakes.filter((known) => sharesContact(known, line));
  return sharing.length === 1 ? sharing : namesakes;
}

function matchElsewhere(group: GuardianGroup, index: GuardianIndex): GuardianMatch {
  const { person } = group;
  const namesakes = index.byName.get(personKey(person)) ?? [];
  const sharing = namesakes.filter((known) => sharesContact(known, person));
  const [only, ...more] = sharing.filter((known) => !addressesDiffer(known, person));
  if (only && more.length === 0) return { kind: 'known', guardian: only };
  if (sharing.length > 0) return possible(sharing, only ? 'sameNameTwice' : 'otherContact');
  const bare = namesakes.filter((known) => hasNoContact(known) || hasNoContact(person));
  if (bare.length > 0) return possible(bare, 'noContact');
  const ofChildren = new Set(group.lines.flatMap((line) => index.byStudent.get(line.studentRef) ?? []));
  const similar = [...ofChildren].flatMap((known) => {
    const relation = nameRelation(foldName(person), foldName(known));
    return relation ? [{ guardian: known, reason: relation }] : [];
  });
  return similar.length > 0 ? { kind: 'possible', candidates: similar } : { kind: 'new' };
}

function possible(guardians: readonly CurrentGuardian[], reason: SameReason): GuardianMatch {
  return { kind: 'possible', candidates: guardians.map((guardian) => ({ guardian, reason })) };
}
