import { listedName } from '../../src-shared/roster/listed-name.ts';
import type { ClassMove, FieldChange, RosterPreview, SameReason } from '../../src-shared/roster/preview.ts';

/** What is compared side by side, in this order. */
export const comparedFields = ['name', 'className', 'birthDate', 'importKey', 'address', 'contacts'] as const;
export type ComparedField = (typeof comparedFields)[number];

/** A person as one column of the comparison; a field that neither side has is left out. */
export type Compared = Readonly<Partial<Record<ComparedField, string | null>>>;

export interface QuestionCandidate {
  readonly id: string;
  readonly reason: SameReason;
  readonly shown: Compared;
  readonly leftOn: string | null;
  readonly changes: readonly FieldChange[];
  readonly moved: ClassMove | null;
}

/** "Is this the same person?" with everything that helps to answer. */
export interface Question {
  readonly ref: string;
  readonly line: number;
  readonly file: Compared;
  readonly candidates: readonly QuestionCandidate[];
  readonly suggestedId: string | null;
}

/** The question about a child. */
export function studentQuestion(row: RosterPreview['possibleStudents'][number]): Question {
  const shown = (person: Omit<typeof row, 'candidates'> | (typeof row)['candidates'][number]): Compared => ({
    name: listedName(person),
    className: person.className,
    birthDate: person.birthDate,
    importKey: person.importKey,
  });
  return {
    ref: row.ref,
    line: row.line,
    file: shown(row),
    suggestedId: row.suggestedId,
    candidates: row.candidates.map((known) => ({
      id: known.studentId,
      reason: known.reason,
      shown: shown(known),
      leftOn: known.leftOn,
      changes: known.changes,
      moved: known.moved,
    })),
  };
}

/** The question about a guardian. Of a known one only the town is shown: it is what tells people apart. */
export function guardianQuestion(row: RosterPreview['possibleGuardians'][number]): Question {
  const place = [row.street, [row.postalCode, row.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const contacts = [...row.phones.map(({ value }) => value), ...row.emails].join(', ');
  return {
    ref: row.ref,
    line: row.line,
    file: { name: listedName(row), address: place || null, contacts: contacts || null },
    suggestedId: row.suggestedId,
    candidates: row.candidates.map((known) => ({
      id: known.guardianId,
      reason: known.reason,
      shown: { name: listedName(known), address: known.city },
      leftOn: null,
      changes: known.changes,
      moved: null,
    })),
  };
}

/** The fields that either side has something to say about. */
export function fieldsOf({ file, candidates }: Question): ComparedField[] {
  return comparedFields.filter((field) => file[field] || candidates.some(({ shown }) => shown[field]));
}
