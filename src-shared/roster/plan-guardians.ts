import type { PlanContext } from './plan-context.ts';
import {
  type FieldChange,
  type GuardianPerson,
  type GuardianshipLink,
  isRef,
  type RosterPreview,
} from './preview.ts';
import type { ImportStep } from './steps.ts';
import type { RosterPhone } from './types.ts';

interface Correction {
  readonly changes: readonly FieldChange[];
  readonly addPhones: readonly RosterPhone[];
  readonly addEmails: readonly string[];
}

/** The steps about guardians and their ties. A guardian without any child that is at the school isn't added. */
export function planGuardians(preview: RosterPreview, context: PlanContext): ImportStep[] {
  const links = preview.newGuardianships
    .filter(context.isWanted)
    .filter((link) => idOf(link.studentRef, context) !== null);
  const tied = new Set(links.map(({ guardianRef }) => guardianRef));
  const added = preview.newGuardians
    .filter((person) => context.isWanted(person) && tied.has(person.ref))
    .map((person) => add(person, context));
  const answered = preview.possibleGuardians.flatMap((person): ImportStep[] => {
    const answer = context.decisions.samePerson[person.ref];
    if (answer === 'new') return tied.has(person.ref) ? [add(person, context)] : [];
    const same = person.candidates.find(({ guardianId }) => guardianId === answer);
    const guardianId = same && idOf(same.guardianId, context);
    if (!same || !guardianId) return [];
    context.ids.set(person.ref, guardianId);
    return correct(guardianId, same, context);
  });
  const changed = preview.changedGuardians.flatMap((item) => correct(item.guardianId, item, context));
  return [...added, ...changed, ...answered, ...planLinks(links, preview, context)];
}

function planLinks(
  links: readonly GuardianshipLink[],
  preview: RosterPreview,
  context: PlanContext,
): ImportStep[] {
  const known = new Set(preview.knownGuardianships);
  return links.flatMap((link) => {
    const student = idOf(link.studentRef, context);
    const guardian = idOf(link.guardianRef, context);
    if (student === null || guardian === null || known.has(`${student} ${guardian}`)) return [];
    known.add(`${student} ${guardian}`);
    const { relation } = link;
    return [
      {
        kind: 'linkGuardian',
        guardianshipId: context.newId(),
        studentId: student,
        guardianId: guardian,
        relation,
      },
    ];
  });
}

function idOf(ref: string, context: PlanContext): string | null {
  return context.ids.get(ref) ?? (isRef(ref) ? null : ref);
}

function correct(
  guardianId: string,
  { changes, ...additions }: Correction,
  context: PlanContext,
): ImportStep[] {
  const wanted = changes.filter(context.isWanted);
  if (wanted.length === 0) return [];
  const has = (field: string) => wanted.some((change) => change.field === field);
  const fields = wanted
    .filter(({ field }) => field !== 'phones' && field !== 'emails')
    .map(({ field, after }) => [field, after]);
  return [
    {
      kind: 'correctGuardian',
      guardianId,
      fields: Object.fromEntries(fields),
      addPhones: has('phones') ? [...additions.addPhones] : [],
      addEmails: has('emails') ? [...additions.addEmails] : [],
    },
  ];
}

function add(person: GuardianPerson, context: PlanContext): ImportStep {
  const guardianId = context.newId();
  context.ids.set(person.ref, guardianId);
  const { givenName, familyName, street, postalCode, city, phones, emails } = person;
  return { kind: 'addGuardian', guardianId, givenName, familyName, street, postalCode, city, phones, emails };
}
