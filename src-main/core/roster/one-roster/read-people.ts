import { looksLikeClass } from '../../../../src-shared/roster/class-key.ts';
import { type RosterProblem, rosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { ParsedGuardian, ParsedStudent } from '../../../../src-shared/roster/types.ts';
import type { Day } from '../../../../src-shared/values/day.ts';
import { isName } from '../formats/read-students.ts';
import { readDate } from '../values/date.ts';
import { readEmails } from '../values/emails.ts';
import type { ReadFinding } from '../values/finding.ts';
import { readPhones } from '../values/phones.ts';
import type { Part, PartRow } from './read-part.ts';
import type { OneRosterTable, oneRosterTables } from './tables.ts';

/** All tables, read; one that the zip doesn't hold has no rows. */
export type Tables = {
  readonly [Name in OneRosterTable]: Part<keyof (typeof oneRosterTables)[Name] & string>;
};

export interface People {
  readonly students: ParsedStudent[];
  readonly guardians: ParsedGuardian[];
  readonly unreadable: RosterProblem[];
  readonly notes: RosterProblem[];
}

type User = Tables['users']['rows'][number];

const guardianRoles: readonly string[] = ['parent', 'guardian', 'relative'];

/** Children and their guardians from the tables; staff are passed over, and counted in a note. */
export function readPeople(tables: Tables, file: string, today: Day): People {
  const people: People = { students: [], guardians: [], unreadable: [], notes: [] };
  const own = `${file} · ${tables.users.path}`;
  const rolesOf = roleFinder(tables);
  const present = tables.users.rows.filter(isCurrent);
  const children = present.filter((user) => rolesOf(user).includes('student'));
  const classOf = classFinder(tables, today, people, own);
  const birthDateOf = birthDateFinder(tables, today, people, file);
  const taken = new Map<string, User>();
  for (const user of children) {
    const name = nameOf(user, own, people);
    if (!name) continue;
    taken.set(user.cells.sourcedId, user);
    const importKey = user.cells.sourcedId === '' ? null : user.cells.sourcedId;
    const birthDate = birthDateOf(user.cells.sourcedId);
    people.students.push({ line: user.line, importKey, ...name, className: classOf(user), birthDate });
  }
  const guardians = present.filter((user) => rolesOf(user).some((role) => guardianRoles.includes(role)));
  const childrenOf = tieFinder(taken, guardians);
  for (const user of guardians) readGuardian(user, childrenOf(user), own, people);
  notePassedOver(tables, children.length + guardians.length, own, people);
  return people;
}

function isCurrent({ cells }: PartRow<'status'>): boolean {
  return cells.status.toLowerCase() !== 'tobedeleted';
}

/** 1.1 writes the role beside the user, 1.2 into a table of its own. */
function roleFinder(tables: Tables): (user: User) => readonly string[] {
  const roles = new Map<string, string[]>();
  for (const row of tables.roles.rows.filter(isCurrent)) {
    const known = roles.get(row.cells.user) ?? [];
    roles.set(row.cells.user, [...known, row.cells.role.toLowerCase()]);
  }
  return ({ cells }) => [...(roles.get(cells.sourcedId) ?? []), cells.role.toLowerCase()];
}

function nameOf(
  { line, cells }: User,
  file: string,
  { unreadable }: People,
): { givenName: string; familyName: string } | null {
  const givenName = cells.preferredGivenName || cells.givenName;
  const familyName = cells.preferredFamilyName || cells.familyName;
  if (isName(givenName) && isName(familyName)) return { givenName, familyName };
  const column = isName(givenName) ? 'familyName' : 'givenName';
  const value = `${givenName} ${familyName}`.trim();
  unreadable.push(rosterProblem('nameMissing', file, { line, column, value }));
  return null;
}

/** A child's class: the homeroom it is enrolled in today, else the one course that is named like a class. */
function classFinder(
  tables: Tables,
  today: Day,
  people: People,
  file: string,
): (user: User) => string | null {
  const classes = new Map(
    tables.classes.rows.filter(isCurrent).map((row) => [row.cells.sourcedId, row.cells]),
  );
  const ofUser = new Map<string, Set<string>>();
  for (const { cells } of tables.enrollments.rows.filter(isCurrent)) {
    const over = cells.endDate !== '' && cells.endDate < today;
    const [first] = over ? [] : [classes.get(cells.classId)];
    if (first) ofUser.set(cells.user, (ofUser.get(cells.user) ?? new Set()).add(cells.classId));
  }
  return ({ cells, line }) => {
    const own = [...(ofUser.get(cells.sourcedId) ?? [])].flatMap((id) => classes.get(id) ?? []);
    const homerooms = own.filter(({ classType }) => classType.toLowerCase() === 'homeroom');
    const named = (homerooms.length > 0 ? homerooms : own).map(classNameOf);
    const likely = homerooms.length > 0 ? named : named.filter(looksLikeClass);
    const names = [...new Set(likely)].filter((name) => name !== '');
    if (names.length > 1) {
      const details = { line, value: names.join(', '), params: { firstLine: line } };
      people.unreadable.push(rosterProblem('twoClasses', file, details));
    }
    return names.length === 1 ? (names[0] ?? null) : null;
  };
}

function classNameOf({ title, classCode }: Tables['classes']['rows'][number]['cells']): string {
  return looksLikeClass(classCode) && !looksLikeClass(title) ? classCode : title || classCode;
}

function birthDateFinder(
  tables: Tables,
  today: Day,
  { unreadable }: People,
  file: string,
): (sourcedId: string) => Day | null {
  const rows = new Map(tables.demographics.rows.map((row) => [row.cells.user, row]));
  return (sourcedId) => {
    const row = rows.get(sourcedId);
    if (!row || row.cells.birthDate === '') return null;
    const read = readDate(row.cells.birthDate, today);
    if (read.kind === 'day') return read.day;
    const details = { line: row.line, column: 'birthDate', value: row.cells.birthDate };
    unreadable.push(rosterProblem(read.code, `${file} · ${tables.demographics.path}`, details));
    return null;
  };
}

/** The child names its guardians; some programs write the tie from the other side as well, or only there. */
function tieFinder(
  children: ReadonlyMap<string, User>,
  guardians: readonly User[],
): (guardian: User) => readonly string[] {
  const ties = new Map<string, Set<string>>(guardians.map(({ cells }) => [cells.sourcedId, new Set()]));
  for (const [id, { cells }] of children) for (const agent of listed(cells.agents)) ties.get(agent)?.add(id);
  for (const { cells } of guardians)
    for (const agent of listed(cells.agents)) if (children.has(agent)) ties.get(cells.sourcedId)?.add(agent);
  return ({ cells }) => [...(ties.get(cells.sourcedId) ?? [])];
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readGuardian(user: User, children: readonly string[], file: string, people: People): void {
  const { cells, line } = user;
  const name = nameOf(user, file, people);
  if (!name) return;
  if (children.length === 0) {
    const value = `${name.givenName} ${name.familyName}`;
    people.unreadable.push(
      rosterProblem('studentKeyMissing', file, { line, column: 'agentSourcedIds', value }),
    );
    return;
  }
  const phones = (['phone', 'sms'] as const).flatMap((column) => {
    if (cells[column] === '') return [];
    const read = readPhones(cells[column]);
    report(read.findings, column, line, file, people);
    return read.phones;
  });
  const emails = cells.email === '' ? { emails: [], findings: [] } : readEmails(cells.email);
  report(emails.findings, 'email', line, file, people);
  const contact = { phones, emails: emails.emails, street: null, postalCode: null, city: null };
  for (const studentKey of children)
    people.guardians.push({ line, ...name, ...contact, relation: null, studentKey, child: null });
}

function report(
  findings: readonly ReadFinding[],
  column: string,
  line: number,
  file: string,
  { notes, unreadable }: People,
): void {
  for (const { code, kind, value, params } of findings)
    (kind === 'note' ? notes : unreadable).push(rosterProblem(code, file, { line, column, value, params }));
}

function notePassedOver(tables: Tables, read: number, file: string, { notes }: People): void {
  const count = tables.users.rows.length - read;
  if (count > 0) notes.push(rosterProblem('othersPassedOver', file, { params: { count } }));
}
