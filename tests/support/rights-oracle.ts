import type { ServerParts } from '../../src-server/http/parts.ts';
import type { Session } from '../../src-server/sync/session.ts';
import { type Facet, facetReach } from '../../src-shared/rights/facets.ts';
import { staffRoles } from '../../src-shared/rights/roles.ts';
import { columnNames, type TableName, tableNames, tables } from '../../src-shared/tables/registry.ts';
import { inTimeZone } from '../../src-shared/values/day.ts';

/** A value of a row on the wire. */
export type WireCell = string | number | null;

/** Rows by table and id, each as it stands on the wire. */
export type HeldRows = Map<TableName, Map<string, readonly WireCell[]>>;

/** What a person may see right now: decided row by row from the rights table, by no code of the server. */
export class Sight {
  readonly #session: Session;
  readonly #students: ReadonlySet<string>;
  readonly #guardians: ReadonlySet<string>;

  constructor(session: Session, students: ReadonlySet<string>, guardians: ReadonlySet<string>) {
    this.#session = session;
    this.#students = students;
    this.#guardians = guardians;
  }

  /** May the person see this facet of this root? */
  sees(facet: Facet, rootId: string): boolean {
    switch (facetReach(this.#session.role, facet)) {
      case 'all':
        return true;
      case 'none':
        return false;
      case 'self':
        return rootId === this.#session.personId;
      case 'own':
        return (facet.startsWith('guardian.') ? this.#guardians : this.#students).has(rootId);
    }
  }

  /** May the person see a row, given with its columns by name? */
  seesRow(table: TableName, row: Readonly<Record<string, unknown>>): boolean {
    const description: {
      facet: Facet;
      rootColumn: string | null;
      secondRoot?: { facet: Facet; column: string };
    } = tables[table];
    const root = description.rootColumn === null ? '-' : String(row[description.rootColumn]);
    const second = description.secondRoot;
    if (!this.sees(description.facet, root)) return false;
    return second === undefined || this.sees(second.facet, String(row[second.column]));
  }
}

/** Works out from the school's tables what somebody may see today. */
export async function sightOf(parts: ServerParts, session: Session): Promise<Sight> {
  const read = async (table: TableName) => readTable(parts, session.schoolId, table);
  const school = await parts.db
    .selectFrom('school')
    .select('timeZone')
    .where('id', '=', session.schoolId)
    .executeTakeFirstOrThrow();
  const today = inTimeZone(parts.clock.nowMs(), school.timeZone).day;
  const classes = new Set(
    (await read('classAssignment'))
      .filter((one) => one.staffId === session.personId)
      .filter(
        (one) => String(one.fromDay) <= today && (one.untilDay === null || String(one.untilDay) >= today),
      )
      .map((one) => one.classId),
  );
  const present = (await read('student')).filter(
    (child) => child.leftOn === null || String(child.leftOn) >= today,
  );
  const led = await ledStudents(read, session.personId, today);
  const own = new Set(
    present
      .filter((child) => classes.has(child.classId) || led.has(String(child.id)))
      .map((child) => String(child.id)),
  );
  const guardians = (await read('guardianship'))
    .filter((tie) => own.has(String(tie.studentId)))
    .map((tie) => String(tie.guardianId));
  // The session keeps the role it began with; what counts is the one the school has given since.
  const person = (await read('staffMember')).find((one) => one.id === session.personId);
  const role = staffRoles.find((one) => one === person?.role) ?? session.role;
  return new Sight({ ...session, role }, own, new Set(guardians));
}

type ReadTable = (table: TableName) => Promise<Record<string, unknown>[]>;

function lasts(row: Record<string, unknown>, today: string): boolean {
  return String(row.fromDay) <= today && (row.untilDay === null || String(row.untilDay) >= today);
}

/** Children of the groups somebody leads, by list or by rule; written anew, not asked of the product. */
async function ledStudents(read: ReadTable, staffId: string, today: string): Promise<Set<string>> {
  const leads = (await read('groupLead')).filter((one) => one.staffId === staffId && lasts(one, today));
  const led = new Set(leads.map((one) => one.groupId));
  const groups = (await read('schoolGroup')).filter((one) => led.has(one.id) && lasts(one, today));
  const students = new Set<string>();
  const members = (await read('studentMembership')).filter((one) => lasts(one, today));
  for (const group of groups) {
    if (group.kind === 'committee' || group.kind === 'staff') continue;
    if (group.rule === null)
      for (const one of members) if (one.groupId === group.id) students.add(String(one.studentId));
    if (group.rule !== null) for (const id of await ruledStudents(read, String(group.rule))) students.add(id);
  }
  return students;
}

async function ruledStudents(read: ReadTable, text: string): Promise<string[]> {
  const rule: { gradeLevels?: number[]; classIds?: string[]; allDayCare?: true; lunch?: true } =
    JSON.parse(text);
  const classes = new Map((await read('schoolClass')).map((one) => [one.id, Number(one.gradeLevel)]));
  const details = new Map((await read('studentDetail')).map((one) => [one.id, one]));
  return (await read('student'))
    .filter((child) => {
      const detail = details.get(child.id);
      const grade = classes.get(child.classId) ?? -1;
      return (
        (rule.gradeLevels === undefined || rule.gradeLevels.includes(grade)) &&
        (rule.classIds === undefined || rule.classIds.includes(String(child.classId))) &&
        (rule.allDayCare === undefined || detail?.allDayCare === 1) &&
        (rule.lunch === undefined || detail?.lunch === 1)
      );
    })
    .map((child) => String(child.id));
}

/** Every row somebody may see, as the server's own tables have it. */
export async function visibleRowsOf(parts: ServerParts, session: Session): Promise<HeldRows> {
  const sight = await sightOf(parts, session);
  const held: HeldRows = new Map();
  for (const table of tableNames) {
    const rows = (await readTable(parts, session.schoolId, table)).filter((row) => sight.seesRow(table, row));
    held.set(table, new Map(rows.map((row) => [String(row.id), wire(table, row)])));
  }
  return held;
}

/** Rows by table, sorted, for comparing what a client holds with what it should. */
export function plainRows(held: HeldRows): Record<string, (readonly WireCell[])[]> {
  const filled = [...held].filter(([, rows]) => rows.size > 0);
  return Object.fromEntries(
    filled.map(([table, rows]) => [
      table,
      [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
    ]),
  );
}

/** A row's columns by name, from the wire. */
export function named(table: TableName, row: readonly WireCell[]): Record<string, WireCell> {
  return Object.fromEntries(columnNames(table).map((column, index) => [column, row[index] ?? null]));
}

function wire(table: TableName, row: Readonly<Record<string, unknown>>): WireCell[] {
  return columnNames(table).map((column) => row[column] as WireCell); // synced columns are text or integers
}

async function readTable(
  parts: ServerParts,
  schoolId: number,
  table: TableName,
): Promise<Record<string, unknown>[]> {
  return parts.db
    .selectFrom(table as 'student')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .execute();
}
