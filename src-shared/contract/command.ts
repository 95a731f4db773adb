import type { z } from 'zod';
import type { OperationName } from '../rights/operations.ts';
import type { Role, RootKind } from '../rights/roles.ts';
import type { DomainReader, Row, TableName } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';

/** Who acts. `staffId` is the staff member's or the guardian's id; names are kept in visible histories. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
}

/** What a rule is given besides its arguments. Clock and ids are the caller's: a rule has none of its own. */
export interface RuleContext {
  readonly db: DomainReader;
  readonly actor: Actor;
  /** The desk's clock when the entry was made (ISO, UTC); for display. */
  readonly occurredAt: string;
  /** The deciding clock: the server's, or on the desk its own (ISO, UTC). */
  readonly now: string;
  /** The school's day of `occurredAt`. */
  readonly today: Day;
  /** The n-th further id of this entry (n >= 1); the same on the desk and on the server. */
  readonly id: (n: number) => string;
}

/** One row that a rule wants changed. `put` carries the whole row; `remove` only its id and root. */
export type Change = PutChange | RemoveChange;
export type PutChange = {
  [T in TableName]: {
    readonly kind: 'put';
    readonly table: T;
    readonly row: Row<T>;
    /** The row begins with this entry; see {@link create}. */
    readonly isNew?: true;
  };
}[TableName];
export interface RemoveChange {
  readonly kind: 'remove';
  readonly table: TableName;
  readonly id: string;
  readonly rootId: string;
}

/** What a rule answers: changes and a result, or a refusal by code. */
export type Outcome<Result> =
  | { readonly kind: 'accepted'; readonly changes: readonly Change[]; readonly result: Result }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** Why the server can say no. Sentences for each stand in the locale files (`refusals`). */
export const refusalReasons = [
  'invalidArguments',
  'unknownOperation',
  'forbidden',
  'studentUnknown',
  'absenceUnknown',
  'reportUnknown',
  'alreadyDecided',
  'alreadyWithdrawn',
  'healthOfficeTold',
  'rangeReversed',
  'noSchoolDay',
  'classUnknown',
  'messageUnknown',
  'handoverUnknown',
  'draftUnknown',
  'requestUnknown',
  'dutyUnknown',
  'concernUnknown',
  'leaveTooLongForTeacher',
  'dependencyRefused',
  'entryMismatch',
  'authorUnknown',
  'changedMeanwhile',
  'idTaken',
  'entryUnknown',
  'doneByOther',
  'workedOnSince',
  'importOutdated',
  'importUnknown',
  'importUndone',
  'importTooOld',
  'guardianUnknown',
  'tieUnknown',
  'tiedAlready',
  'groupUnknown',
  'leadUnknown',
  'membershipUnknown',
  'listNotKept',
  'listNotEmpty',
  'alreadyThere',
  'ruleOnlyForStudents',
  'staffUnknown',
  'ownRole',
  'assignmentUnknown',
  'yearNotBegun',
  'yearChangedAlready',
  'usedAfterFirstDay',
  'classNameTaken',
  'yearChangeUnknown',
  'rollCallSince',
  'studentsMovedSince',
  'classesChangedSince',
  'substitutionEndless',
  'viewUnknown',
  'periodTooLong',
  'lessonsOverlap',
  'limitBeforeLessons',
  'internal',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What a command is about; rights are decided on it. */
export interface Subject {
  readonly root: RootKind;
  readonly id: string;
}

/** A command: the only way anything changes. Defined once, run on the desk and on the server. */
export interface CommandDefinition<
  Name extends OperationName = OperationName,
  Args extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly kind: 'command';
  readonly name: Name;
  readonly args: Args;
  readonly result: Result;
  /** The roots the rights check looks at. */
  readonly subjects: (
    args: z.output<Args>,
    db: DomainReader,
  ) => Promise<readonly Subject[]> | readonly Subject[];
  readonly rule: (context: RuleContext, args: z.output<Args>) => Promise<Outcome<z.output<Result>>>;
}

/** Declares a command; keeps the types of arguments and result. */
export function defineCommand<Name extends OperationName, Args extends z.ZodType, Result extends z.ZodType>(
  name: Name,
  definition: Omit<CommandDefinition<Name, Args, Result>, 'kind' | 'name'>,
): CommandDefinition<Name, Args, Result> {
  return { kind: 'command', name, ...definition };
}

/** A row to be written whole. */
export function put<T extends TableName>(table: T, row: Row<T>): PutChange {
  // The union is indexed by the table's name; TypeScript cannot see that a generic T picks one member of it.
  return { kind: 'put', table, row } as unknown as PutChange;
}

/**
 * A row that begins with this entry. Its id comes from a client, so desk and server both look whether it is
 * free: what stands under it already is never overwritten ({@link wouldOverwrite}).
 */
export function create<T extends TableName>(table: T, row: Row<T>): PutChange {
  return { ...put(table, row), isNew: true };
}

/** True for a new row whose id belongs to something else. The very same row may come again. */
export function wouldOverwrite(
  change: Change,
  stored: Readonly<Record<string, unknown>> | undefined,
): boolean {
  if (change.kind !== 'put' || !change.isNew || stored === undefined) return false;
  return !says(stored, change.row);
}

/** True when a row has all of these values: what a client sends again is then the same thing, not another. */
export function says(
  row: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(values).every(([field, value]) => row[field] === value);
}

/** A row to be removed, with the root it hangs on. */
export function remove(table: TableName, id: string, rootId: string): RemoveChange {
  return { kind: 'remove', table, id, rootId };
}

/** The rule agrees. */
export function accepted<Result>(changes: readonly Change[], result: Result): Outcome<Result> {
  return { kind: 'accepted', changes, result };
}

/** The rule refuses; nothing changes. */
export function refused(reason: RefusalReason): { readonly kind: 'refused'; readonly reason: RefusalReason } {
  return { kind: 'refused', reason };
}
