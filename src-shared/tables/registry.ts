import type { ReadonlyKysely } from 'kysely/readonly';
import * as absences from './absences.ts';
import type { RowOf, SyncedTable } from './column.ts';
import * as groups from './groups.ts';
import * as guardianMerges from './guardian-merges.ts';
import * as handovers from './handovers.ts';
import * as histories from './histories.ts';
import * as imports from './imports.ts';
import * as school from './school.ts';
import * as schoolYears from './school-years.ts';
import * as students from './students.ts';

/**
 * All synced tables, in the order in which a first pull sends them. The wire, both databases, rights and
 * audit go by this list; the order of a table's columns is the order on the wire.
 */
export const tables = {
  schoolSetting: school.schoolSetting,
  freePeriod: school.freePeriod,
  schoolClass: school.schoolClass,
  schoolGroup: groups.schoolGroup,
  groupLead: groups.groupLead,
  staffMember: school.staffMember,
  classAssignment: school.classAssignment,
  student: students.student,
  studentDetail: students.studentDetail,
  guardian: students.guardian,
  guardianship: students.guardianship,
  guardianContact: students.guardianContact,
  emergencyContact: students.emergencyContact,
  rollCall: school.rollCall,
  rollCallMark: absences.rollCallMark,
  contactAttempt: absences.contactAttempt,
  caseConcern: absences.caseConcern,
  certificateDuty: absences.certificateDuty,
  inboxMessage: school.inboxMessage,
  handover: handovers.handover,
  parkedCall: school.parkedCall,
  authorisedPickup: students.authorisedPickup,
  guardianAddress: students.guardianAddress,
  absence: absences.absence,
  absenceReport: absences.absenceReport,
  reportEvent: absences.reportEvent,
  absenceMark: absences.absenceMark,
  absenceNotifiable: absences.absenceNotifiable,
  absenceAlias: absences.absenceAlias,
  absenceEvent: absences.absenceEvent,
  leaveRequest: absences.leaveRequest,
  tardiness: absences.tardiness,
  studentMembership: groups.studentMembership,
  guardianMembership: groups.guardianMembership,
  staffMembership: groups.staffMembership,
  studentEvent: histories.studentEvent,
  contactEvent: histories.contactEvent,
  guardianEvent: histories.guardianEvent,
  studentAlias: histories.studentAlias,
  guardianAlias: histories.guardianAlias,
  savedView: histories.savedView,
  rosterImport: imports.rosterImport,
  studentBefore: imports.studentBefore,
  guardianBefore: imports.guardianBefore,
  guardianMerge: guardianMerges.guardianMerge,
  schoolYearChange: schoolYears.schoolYearChange,
  classMove: schoolYears.classMove,
} as const;

export type Tables = typeof tables;
export type TableName = keyof Tables;

/** A row of a synced table, without school and revision. */
export type Row<T extends TableName> = Tables[T] extends SyncedTable<infer C> ? RowOf<C> : never;

/** The synced tables as Kysely sees them, on the server and in the cache alike. */
export type DomainTables = { [T in TableName]: Row<T> };

/** What rules and queries may do with a database: read one school's rows. */
export type DomainReader = ReadonlyKysely<DomainTables>;

/** All table names, in the order of the registry. */
export const tableNames: readonly TableName[] = Object.keys(tables).filter(isTableName);

/** True for the name of a synced table. */
export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}

/** The columns of a table in wire order. */
export function columnNames(table: TableName): readonly string[] {
  return Object.keys(tables[table].columns);
}

/** The id of the root a row hangs on; `-` where the school itself is the root. */
export function rootIdOf(table: TableName, row: Readonly<Record<string, unknown>>): string {
  const column = tables[table].rootColumn;
  return column === null ? '-' : String(row[column]);
}
