import { plainSurname, type Surname } from './names.ts';
import { type FamilyMaker, type TieDraft, tie } from './people.ts';

/** The grown-ups of a family, and the surname its children bear. */
export interface HouseholdParts {
  readonly childSurname: Surname;
  readonly ties: readonly TieDraft[];
}

type HouseholdKindMaker = (maker: FamilyMaker) => HouseholdParts;

/** Of two parents' names the children have one, or both with a hyphen. */
function childSurname(maker: FamilyMaker, mother: Surname, father: Surname): Surname {
  const single = [mother.female, father.male].every((name) => !/[-\s]/.test(name));
  if (mother !== father && single && maker.random.chance(0.2))
    return plainSurname(`${mother.female}-${father.male}`);
  return maker.random.chance(0.5) ? mother : father;
}

function twoNames(maker: FamilyMaker, differs: number): [Surname, Surname] {
  const first = maker.surname();
  return [first, maker.random.chance(differs) ? maker.otherSurname() : first];
}

const bothParents: HouseholdKindMaker = (maker) => {
  const [father, mother] = twoNames(maker, 0.22);
  const home = maker.household();
  return {
    childSurname: childSurname(maker, mother, father),
    ties: [
      tie(maker.guardian('female', mother, home), 'mother'),
      tie(maker.guardian('male', father, home), 'father'),
    ],
  };
};

const twoHouseholds: HouseholdKindMaker = (maker) => {
  const [father, mother] = twoNames(maker, 0.5);
  const fathersHome = { livesWith: maker.random.chance(0.35) ? 1 : 0 } as const;
  return {
    childSurname: childSurname(maker, mother, father),
    ties: [
      tie(maker.guardian('female', mother, maker.household()), 'mother'),
      tie(maker.guardian('male', father, maker.household()), 'father', fathersHome),
    ],
  };
};

const singleParent: HouseholdKindMaker = (maker) => {
  const name = maker.surname();
  const mother = maker.random.chance(0.88);
  const guardian = maker.guardian(mother ? 'female' : 'male', name, maker.household());
  return { childSurname: name, ties: [tie(guardian, mother ? 'mother' : 'father')] };
};

/** Two mothers or two fathers. */
const sameSexParents: HouseholdKindMaker = (maker) => {
  const [first, second] = twoNames(maker, 0.5);
  const sex = maker.random.chance(0.6) ? 'female' : 'male';
  const relation = sex === 'female' ? 'mother' : 'father';
  const home = maker.household();
  return {
    childSurname: first,
    ties: [tie(maker.guardian(sex, first, home), relation), tie(maker.guardian(sex, second, home), relation)],
  };
};

/** The mother's new partner lives with the child and is called, but has no custody. */
const stepFamily: HouseholdKindMaker = (maker) => {
  const [father, mother] = twoNames(maker, 0.6);
  const home = maker.household();
  return {
    childSurname: father,
    ties: [
      tie(maker.guardian('female', mother, home), 'mother'),
      tie(maker.guardian('male', maker.otherSurname(), home), 'other', { hasCustody: 0 }),
      tie(maker.guardian('male', father, maker.household()), 'father', { livesWith: 0 }),
    ],
  };
};

const blockedGuardian: HouseholdKindMaker = (maker) => {
  const [father, mother] = twoNames(maker, 0.7);
  return {
    childSurname: mother,
    ties: [
      tie(maker.guardian('female', mother, maker.household()), 'mother'),
      tie(maker.guardian('male', father, maker.household()), 'father', {
        hasCustody: 0,
        livesWith: 0,
        blocked: 1,
      }),
    ],
  };
};

/** Parents far away; the grandparents have a power of attorney for everyday matters. */
const grandparents: HouseholdKindMaker = (maker) => {
  const name = maker.surname();
  const home = maker.household();
  return {
    childSurname: name,
    ties: [
      tie(maker.guardian('female', name, home), 'grandparent', { hasCustody: 0 }),
      tie(maker.guardian('male', name, home), 'grandparent', { hasCustody: 0 }),
      tie(maker.guardian('female', name, maker.household()), 'mother', { livesWith: 0 }),
    ],
  };
};

/** The kinds that are drawn at random; the rarest stand in the cast. */
export const householdKinds = {
  bothParents,
  twoHouseholds,
  singleParent,
  sameSexParents,
  stepFamily,
  blockedGuardian,
  grandparents,
} as const;

export type HouseholdKind = keyof typeof householdKinds;

/** How often each kind is met, so that a family has two guardians on average. */
export const kindWeights: Readonly<Record<HouseholdKind, number>> = {
  bothParents: 68,
  twoHouseholds: 13,
  singleParent: 8.5,
  sameSexParents: 1.5,
  stepFamily: 7,
  blockedGuardian: 1,
  grandparents: 1,
};
