import type { GroupKind } from '../../src-shared/groups/words.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { schoolYearStart } from './calendar.ts';
import type { ChildDraft } from './people.ts';
import type { Random } from './random.ts';
import type { SchoolDraft, StaffDraft } from './school-draft.ts';
import { msAt } from './school-time.ts';

const clubs = ['Schach-AG', 'Chor', 'Schulgarten', 'Robotik-AG', 'Zirkus-AG', 'Schülerzeitung'];
const CLUB_SIZE = 14;

/** Puts clubs with lists, care groups by rule, the parents' committee and the staff's groups into the rows. */
export function putGroups(
  draft: SchoolDraft,
  children: readonly ChildDraft[],
  staff: readonly StaffDraft[],
): void {
  const random = draft.random.fork('groups');
  const teachers = staff.filter((person) => person.role === 'teacher');
  for (const name of clubs) putClub(draft, random, { name, children, leads: teachers });
  putCare(draft, random.pick(teachers));
  putCommittee(draft, children);
  putStaffGroups(draft, random, staff);
  putMoves(draft, random, children);
}

function group(draft: SchoolDraft, name: string, kind: GroupKind, rule: object | null = null): string {
  const id = draft.registerId();
  const fromDay = schoolYearStart(draft.schoolYear);
  const text = rule && JSON.stringify(rule);
  draft.rows.schoolGroup.push({ id, name, kind, rule: text, note: null, fromDay, untilDay: null });
  return id;
}

function lead(draft: SchoolDraft, groupId: string, { id: staffId }: StaffDraft): void {
  const fromDay = schoolYearStart(draft.schoolYear);
  draft.rows.groupLead.push({ id: draft.registerId(), groupId, staffId, fromDay, untilDay: null });
}

function putClub(
  draft: SchoolDraft,
  random: Random,
  club: { name: string; children: readonly ChildDraft[]; leads: readonly StaffDraft[] },
): void {
  const groupId = group(draft, club.name, 'club');
  lead(draft, groupId, random.pick(club.leads));
  const fromDay = schoolYearStart(draft.schoolYear);
  for (const child of random.shuffled(club.children).slice(0, CLUB_SIZE)) {
    const id = draft.registerId();
    draft.rows.studentMembership.push({ id, studentId: child.id, groupId, fromDay, untilDay: null });
  }
}

function putCare(draft: SchoolDraft, carer: StaffDraft): void {
  for (const years of [
    [1, 2],
    [3, 4],
  ]) {
    const name = `Ganztag Jahrgang ${years.join(' und ')}`;
    lead(draft, group(draft, name, 'care', { gradeLevels: years, allDayCare: true }), carer);
  }
  group(draft, 'Mittagessen', 'care', { lunch: true });
}

/** Two guardians of each class; the first of all chairs. */
function putCommittee(draft: SchoolDraft, children: readonly ChildDraft[]): void {
  const groupId = group(draft, 'Elternrat', 'committee');
  const fromDay = schoolYearStart(draft.schoolYear);
  const taken = new Set<string>();
  for (const child of oneOfEachClass(children)) {
    for (const { guardian, relation, blocked } of child.ties.slice(0, 2)) {
      if (blocked || relation === 'institution' || taken.has(guardian.id)) continue;
      const duty = taken.size === 0 ? 'Vorsitz' : null;
      taken.add(guardian.id);
      const id = draft.registerId();
      draft.rows.guardianMembership.push({
        id,
        guardianId: guardian.id,
        groupId,
        duty,
        fromDay,
        untilDay: null,
      });
    }
  }
}

function oneOfEachClass(children: readonly ChildDraft[]): ChildDraft[] {
  return [...new Map(children.map((child) => [child.schoolClass.id, child])).values()];
}

function putStaffGroups(draft: SchoolDraft, random: Random, staff: readonly StaffDraft[]): void {
  const fromDay = schoolYearStart(draft.schoolYear);
  const groups = [
    { name: 'Steuergruppe', people: random.shuffled(staff).slice(0, 5) },
    { name: 'Krisenteam', people: staff.filter(({ role }) => role !== 'teacher').slice(0, 3) },
  ];
  for (const { name, people } of groups) {
    const groupId = group(draft, name, 'staff');
    for (const { id: staffId } of people) {
      const id = draft.registerId();
      draft.rows.staffMembership.push({ id, staffId, groupId, duty: null, fromDay, untilDay: null });
    }
  }
}

/** Some families have moved house or changed care since the summer: their cards have a history. */
function putMoves(draft: SchoolDraft, random: Random, children: readonly ChildDraft[]): void {
  const at = toInstant(msAt(schoolYearStart(draft.schoolYear), 600));
  const actorName = 'Nermin Yıldız';
  for (const child of random.shuffled(children).slice(0, Math.ceil(children.length / 40))) {
    const [tie] = child.ties;
    const event = { at, actorName, kind: 'corrected' };
    const care = JSON.stringify([{ field: 'allDayCare', from: 0, to: 1 }]);
    draft.rows.studentEvent.push({
      ...event,
      id: draft.registerId(),
      studentId: child.id,
      changes: care,
    });
    const order = JSON.stringify([{ field: 'contactOrder', from: 2, to: 1 }]);
    draft.rows.contactEvent.push({
      ...event,
      id: draft.registerId(),
      studentId: child.id,
      changes: order,
    });
    if (!tie) continue;
    const street = JSON.stringify([{ field: 'street', from: 'Am Anger 3', to: 'Lindenweg 12' }]);
    draft.rows.guardianEvent.push({
      ...event,
      id: draft.registerId(),
      guardianId: tie.guardian.id,
      changes: street,
    });
  }
}
