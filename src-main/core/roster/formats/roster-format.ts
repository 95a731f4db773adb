import type { ParsedRoster, RosterFormatId } from '../../../../src-shared/roster/types.ts';
import type { Day } from '../../../../src-shared/values/day.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import type { RosterTable } from '../parse-table.ts';

/** What a column can hold. Several columns may hold a `phone` or an `email`; of the others the first counts. */
export type RosterField =
  | 'importKey'
  | 'callName'
  | 'givenName'
  | 'familyName'
  | 'className'
  | 'birthDate'
  | 'status'
  | 'studentKey'
  | 'childGivenName'
  | 'childFamilyName'
  | 'childBirthDate'
  | 'salutation'
  | 'relation'
  | 'street'
  | 'houseNumber'
  | 'postalCode'
  | 'city'
  | 'phone'
  | 'email';

/** For each field the headings that name it, as {@link headingKey}s; the first is the one shown to people. */
export type Vocabulary = Partial<Record<RosterField, readonly string[]>>;

export interface ReadOptions {
  /** The school's day, to tell a birth date from a typing error. */
  readonly today: Day;
}

export type ReadRoster = Pick<ParsedRoster, 'students' | 'guardians' | 'phones' | 'unreadable' | 'notes'>;

/** One kind of file. A new format is one file with one of these, and a line in `registry.ts`. */
export interface RosterFormat {
  readonly id: RosterFormatId;
  readonly covers: ParsedRoster['covers'];
  readonly vocabulary: Vocabulary;
  /** Without these the file can't be read; named to the office when they are missing. */
  readonly required: readonly { readonly anyOf: readonly RosterField[]; readonly heading: string }[];
  /** How surely a file with this heading is of this format: 0 not at all, 1 surely. */
  readonly detect: (header: readonly string[]) => number;
  readonly read: (table: RosterTable, options: ReadOptions, tally: Tally) => Stepwise<ReadRoster>;
}
