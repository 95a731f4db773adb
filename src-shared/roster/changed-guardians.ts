import type { CurrentGuardian } from './current.ts';
import { guardianChanges } from './field-changes.ts';
import { addressesDiffer, type GuardianGroup } from './group-guardians.ts';
import type { MatchedGroup } from './match-guardian.ts';
import { about, groupBy } from './merge-rows.ts';
import type { RosterPreview } from './preview.ts';
import type { RosterProblem } from './problems.ts';

type ChangedGuardian = RosterPreview['changedGuardians'][number];

interface Source {
  readonly group: GuardianGroup;
  readonly guardian: CurrentGuardian;
}

const addressFields: readonly string[] = ['street', 'postalCode', 'city'];

/**
 * What the files change about known guardians. Where they give one guardian two addresses (moved, but corrected for one
 * child only), neither is taken and the lines are listed.
 */
export function changedGuardians(all: readonly MatchedGroup[]): {
  list: ChangedGuardian[];
  unchanged: number;
  unreadable: RosterProblem[];
} {
  const pairs = all.flatMap(({ group, match }) =>
    match.kind === 'known' ? [{ group, guardian: match.guardian }] : [],
  );
  const list: ChangedGuardian[] = [];
  const unreadable: RosterProblem[] = [];
  let unchanged = 0;
  for (const sources of groupBy(pairs, ({ guardian }) => guardian.id).values()) {
    const disputed = sources.find(({ group }) =>
      sources.some((other) => addressesDiffer(other.group.person, group.person)),
    );
    if (disputed) unreadable.push(dispute(disputed, sources));
    const entry = joinSources(sources, disputed !== undefined);
    if (entry && entry.changes.length > 0) list.push(entry);
    else unchanged += 1;
  }
  return { list, unchanged, unreadable };
}

function dispute({ group }: Source, sources: readonly Source[]): RosterProblem {
  const { person } = group;
  const lines = sources.map((source) => source.group.person.line).join(', ');
  return about('guardianAddressDiffers', person, {
    value: `${person.givenName} ${person.familyName}`.trim(),
    params: { lines },
  });
}

function joinSources(sources: readonly Source[], disputed: boolean): ChangedGuardian | undefined {
  let entry: ChangedGuardian | undefined;
  for (const { group, guardian } of sources) {
    const { person } = group;
    const { changes, addPhones, addEmails } = guardianChanges(person, {
      ...guardian,
      phones: [...guardian.phones, ...(entry?.addPhones ?? [])],
      emails: [...guardian.emails, ...(entry?.addEmails ?? [])],
    });
    const seen = new Set(entry?.changes.map(({ field }) => field));
    const wanted = changes.filter(
      ({ field }) => !seen.has(field) && !(disputed && addressFields.includes(field)),
    );
    entry = {
      file: entry?.file ?? person.file,
      line: entry?.line ?? person.line,
      guardianId: guardian.id,
      givenName: guardian.givenName,
      familyName: guardian.familyName,
      changes: [...(entry?.changes ?? []), ...wanted],
      addPhones: [...(entry?.addPhones ?? []), ...addPhones],
      addEmails: [...(entry?.addEmails ?? []), ...addEmails],
    };
  }
  return entry;
}
