import type { Row } from '../../src-shared/tables/registry.ts';
import { drawBirthDate } from './birthdays.ts';
import { ContactDesk } from './contact-rows.ts';
import type { ChildDraft, FamilyDraft, TieDraft } from './people.ts';
import type { Random } from './random.ts';
import type { SchoolDraft } from './school-draft.ts';

/** Keys as another school program would give them out. */
const FIRST_STUDENT_KEY = 100_101;
const FIRST_GUARDIAN_KEY = 500_201;

/** Puts children, guardians and what ties them into the draft's rows. */
export function putRegister(draft: SchoolDraft, families: readonly FamilyDraft[]): void {
  const random = draft.random.fork('register');
  const desk = new ContactDesk(draft, draft.random.fork('contacts'));
  let guardianKey = FIRST_GUARDIAN_KEY;
  for (const family of families) {
    for (const tie of family.ties) {
      draft.rows.guardian.push(guardianRow(tie, String(guardianKey)));
      guardianKey += 1;
    }
    desk.putFamily(family);
    putChildren(draft, random, family);
  }
}

function guardianRow({ guardian, relation }: TieDraft, importKey: string): Row<'guardian'> {
  const { id, givenName, familyName, language } = guardian;
  if (relation !== 'institution') return { id, givenName, familyName, language, importKey, kind: 'person' };
  const name = `${givenName} ${familyName}`;
  return { id, givenName: '', familyName: name, language, importKey, kind: 'institution' };
}

function putChildren(draft: SchoolDraft, random: Random, family: FamilyDraft): void {
  let birthDate: string | undefined;
  for (const child of family.children) {
    if (!family.twins || birthDate === undefined) birthDate = drawBirthDate(draft, random, child);
    putStudent(draft, random, child, birthDate);
    for (const [index, tie] of family.ties.entries()) putGuardianship(draft, child, tie, index + 1);
  }
}

function putStudent(draft: SchoolDraft, random: Random, child: ChildDraft, birthDate: string): void {
  const { id, givenName, familyName, schoolClass } = child;
  const importKey = String(FIRST_STUDENT_KEY + draft.rows.student.length);
  draft.rows.student.push({ id, givenName, familyName, classId: schoolClass.id, leftOn: null });
  const allDayCare = random.chance(0.46) ? 1 : 0;
  const lunch = random.chance(allDayCare ? 0.95 : 0.08) ? 1 : 0;
  const fetched = !allDayCare && random.chance(0.05);
  const earlyPickupAt = fetched ? random.pick(['11:45', '12:15', '12:30']) : null;
  draft.rows.studentDetail.push({ id, birthDate, importKey, allDayCare, lunch, earlyPickupAt });
}

function putGuardianship(draft: SchoolDraft, child: ChildDraft, tie: TieDraft, contactOrder: number): void {
  const { relation, hasCustody, livesWith, blocked } = tie;
  draft.rows.guardianship.push({
    id: draft.registerId(),
    studentId: child.id,
    guardianId: tie.guardian.id,
    relation,
    hasCustody,
    contactOrder,
    livesWith,
    blocked,
    powerOfAttorney: relation === 'grandparent' ? 1 : 0,
  });
}
