/** What the index knows of a child; made from cached rows the signed-in person may see. */
export interface SearchableStudent {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly className: string;
  /** `YYYY-MM-DD`; only breaks ties between children of one name and class. */
  readonly birthDate?: string;
  readonly guardians: readonly SearchableGuardian[];
}

export interface SearchableGuardian {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Numbers as written by people; blanks, slashes and `+49` are understood. */
  readonly phones: readonly string[];
}

/** UTF-16 offsets into the displayed text, end exclusive. */
export type TextRange = readonly [start: number, end: number];

export interface SearchHit {
  readonly studentId: string;
  /** The weakest part of the match that a reader would want explained. */
  readonly matchedBy: 'name' | 'guardian' | 'phone' | 'class';
  /** The guardian who was meant, when a guardian's name or number was typed. */
  readonly guardianId?: string;
  /** The guardian's number as written, when its last digits were typed. */
  readonly phone?: string;
  readonly ranges: HighlightRanges;
}

/** Rising, non-overlapping ranges to be set in bold; those of a guardian belong to `guardianId`. */
export interface HighlightRanges {
  readonly givenName: readonly TextRange[];
  readonly familyName: readonly TextRange[];
  readonly guardianGivenName: readonly TextRange[];
  readonly guardianFamilyName: readonly TextRange[];
}
