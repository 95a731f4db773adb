import type { GuardianRelation } from '../../src-shared/tables/students.ts';
import { type Culture, drawCulture, freeName, type Sex, type Surname } from './names.ts';
import type { Random } from './random.ts';
import type { ClassDraft, SchoolDraft } from './school-draft.ts';

/** People who live together and get one paper copy. */
export interface HouseholdDraft {
  readonly id: string;
}

/** How a guardian can be reached; `none` has neither phone nor mail. */
export type Reachable = 'usual' | 'noMail' | 'mailOnly' | 'none' | 'institution';

export interface GuardianDraft {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: string | null;
  readonly household: HouseholdDraft;
  readonly reachable: Reachable;
  /** A mail address shared with the other guardian. */
  readonly sharedMail: string | null;
}

/** What a guardian is to the children of a family. */
export interface TieDraft {
  readonly guardian: GuardianDraft;
  readonly relation: GuardianRelation;
  readonly hasCustody: 0 | 1;
  readonly livesWith: 0 | 1;
  readonly blocked: 0 | 1;
}

export interface ChildDraft {
  readonly id: string;
  /** Name in the cast (cast.ts), or null. */
  readonly role: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: Sex;
  readonly schoolClass: ClassDraft;
  readonly ties: readonly TieDraft[];
  readonly family: FamilyDraft;
}

export interface FamilyDraft {
  readonly kind: string;
  readonly culture: Culture;
  readonly ties: readonly TieDraft[];
  readonly children: ChildDraft[];
  /** Twins share a birthday. */
  readonly twins: boolean;
}

/** Makes the grown-ups of one family. */
export class FamilyMaker {
  readonly random: Random;
  readonly culture: Culture;
  readonly #draft: SchoolDraft;

  constructor(draft: SchoolDraft, random: Random, culture: Culture) {
    this.#draft = draft;
    this.random = random;
    this.culture = culture;
  }

  household(): HouseholdDraft {
    return { id: this.#draft.registerId() };
  }

  surname(): Surname {
    return this.random.pick(this.culture.surnames);
  }

  /** A surname from anywhere: partners often come from different places. */
  otherSurname(): Surname {
    const culture = this.random.chance(0.4) ? drawCulture(this.random) : this.culture;
    return this.random.pick(culture.surnames);
  }

  guardian(sex: Sex, surname: Surname, household: HouseholdDraft): GuardianDraft {
    const wants = this.culture.language !== null && this.random.chance(0.45);
    return {
      id: this.#draft.registerId(),
      givenName: freeName(this.random, this.culture.adults[sex], surname[sex], this.#draft.takenNames),
      familyName: surname[sex],
      language: wants ? this.culture.language : null,
      household,
      reachable: this.random.chance(0.2) ? 'noMail' : 'usual',
      sharedMail: null,
    };
  }
}

/** A guardian with custody who lives with the child, unless said otherwise. */
export function tie(
  guardian: GuardianDraft,
  relation: GuardianRelation,
  facts: Partial<Pick<TieDraft, 'hasCustody' | 'livesWith' | 'blocked'>> = {},
): TieDraft {
  return { guardian, relation, hasCustody: 1, livesWith: 1, blocked: 0, ...facts };
}
