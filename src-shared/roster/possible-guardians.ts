import type { CurrentGuardian } from './current.ts';
import { guardianChanges } from './field-changes.ts';
import { type GuardianGroup, sharesContact } from './group-guardians.ts';
import type { MatchedGroup } from './match-guardian.ts';
import { groupBy } from './merge-rows.ts';
import { personKey } from './name-key.ts';
import type { GuardianCandidate, RosterPreview, SameReason } from './preview.ts';

const addressFields: readonly string[] = ['street', 'postalCode', 'city'];

/** The guardians of the files about whom a person has to say whether they are somebody known. */
export function possibleGuardians(all: readonly MatchedGroup[]): RosterPreview['possibleGuardians'] {
  const fresh = all.filter(({ match }) => match.kind === 'new').map(({ group }) => group);
  const namesakes = groupBy(fresh, (group) => personKey(group.person));
  return all.flatMap(({ group, match }) => {
    if (match.kind === 'known') return [];
    const candidates =
      match.kind === 'possible'
        ? match.candidates.map(({ guardian, reason }) => candidate(group, guardian, reason))
        : earlierInFile(group, namesakes.get(personKey(group.person)) ?? []);
    return candidates.length > 0
      ? [{ ...group.person, candidates, suggestedId: suggestion(candidates) }]
      : [];
  });
}

/** Two people of the files who share a name and a contact or a child, but not all: possibly one who has moved. */
function earlierInFile(group: GuardianGroup, namesakes: readonly GuardianGroup[]): GuardianCandidate[] {
  return namesakes
    .slice(0, namesakes.indexOf(group))
    .filter((other) => sharesContact(other.person, group.person) || hasSameChild(other, group))
    .map((other) => {
      const found = candidate(group, { ...other.person, id: other.person.ref }, 'otherContact');
      // Which of the two addresses is the new one, the file doesn't say: the first stays unless somebody ticks.
      const changes = found.changes.map((change) =>
        addressFields.includes(change.field) ? { ...change, suggested: false } : change,
      );
      return { ...found, changes };
    });
}

function hasSameChild(left: GuardianGroup, right: GuardianGroup): boolean {
  return left.lines.some((line) => right.lines.some((other) => other.studentRef === line.studentRef));
}

function candidate(group: GuardianGroup, guardian: CurrentGuardian, reason: SameReason): GuardianCandidate {
  const { changes, addPhones, addEmails } = guardianChanges(group.person, guardian);
  const { id: guardianId, givenName, familyName, city } = guardian;
  const scoped = changes.map((change) => ({ ...change, ref: `${group.person.ref}:${change.ref}` }));
  return { guardianId, givenName, familyName, city, reason, changes: scoped, addPhones, addEmails };
}

function suggestion(candidates: readonly GuardianCandidate[]): string | null {
  const likely: readonly SameReason[] = ['same', 'lostLetters', 'partOfName', 'spelling'];
  const [only, ...more] = candidates;
  return only && more.length === 0 && likely.includes(only.reason) ? only.guardianId : null;
}
