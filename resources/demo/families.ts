import { asciiName } from '../../src-shared/values/ascii-name.ts';
import { type CastAdult, type CastFamily, castFamilies } from './cast.ts';
import { type HouseholdKind, householdKinds, kindWeights } from './household-kinds.ts';
import { type Culture, cultures, drawCulture, freeName, fullName, plainSurname, type Sex } from './names.ts';
import { type FamilyDraft, FamilyMaker, type HouseholdDraft, type TieDraft, tie } from './people.ts';
import type { Random } from './random.ts';
import type { ClassDraft, SchoolDraft } from './school-draft.ts';

/** A family has two guardians on average (see kindWeights). */
const GUARDIANS_PER_FAMILY = 2;

/** All families of a school: the cast first, then drawn ones until every seat is taken. */
export function makeFamilies(draft: SchoolDraft, classes: readonly ClassDraft[]): FamilyDraft[] {
  const random = draft.random.fork('families');
  const free = new Map(classes.map((one) => [one, one.size]));
  const families = castFamilies.map((cast) => castFamily(draft, random, cast, classes, free));
  const seats = random.shuffled(
    [...free].flatMap(([schoolClass, count]) => new Array<ClassDraft>(count).fill(schoolClass)),
  );
  const guardians = families.reduce((sum, one) => sum + one.ties.length, 0);
  const wanted = Math.max(1, (draft.plan.guardians - guardians) / GUARDIANS_PER_FAMILY);
  const siblingChance = Math.max(0, 1 - wanted / seats.length);
  const people = families.flatMap((one) => [...one.children, ...one.ties.map((tie) => tie.guardian)]);
  for (const person of people) draft.takenNames.add(fullName(person));
  while (seats.length > 0) families.push(drawnFamily(draft, random, seats, siblingChance));
  return families;
}

function takeSeat(free: Map<ClassDraft, number>, classes: readonly ClassDraft[], name: string): ClassDraft {
  const found = classes.find((one) => one.name === name);
  if (!found) throw new RangeError(`the cast needs a class ${name}`);
  free.set(found, (free.get(found) ?? 0) - 1);
  return found;
}

function castFamily(
  draft: SchoolDraft,
  random: Random,
  cast: CastFamily,
  classes: readonly ClassDraft[],
  free: Map<ClassDraft, number>,
): FamilyDraft {
  const culture = cultures[cast.culture];
  const naming = draft.plan.isFirst ? asWritten : otherNames(random, culture);
  const maker = new FamilyMaker(draft, random, culture);
  const homes = new Map<number, HouseholdDraft>();
  const ties = cast.adults.map((adult) => {
    const home = homes.get(adult.home) ?? maker.household();
    homes.set(adult.home, home);
    return castTie(maker, adult, home, naming, cast);
  });
  const result: FamilyDraft = { kind: cast.kind, culture, ties, children: [], twins: cast.twins };
  for (const one of cast.children) {
    const familyName = naming(one.familyName, 'surname', one.sex);
    const givenName = naming(one.givenName, 'child', one.sex);
    const schoolClass = takeSeat(free, classes, one.className);
    const { role, sex } = one;
    result.children.push({
      id: draft.registerId(),
      role,
      givenName,
      familyName,
      sex,
      schoolClass,
      ties,
      family: result,
    });
  }
  return result;
}

type Naming = (name: string, kind: 'surname' | 'child' | 'adult', sex: Sex) => string;

const asWritten: Naming = (name) => name;

/** Other names for another school's cast; one name is always replaced by the same. */
function otherNames(random: Random, culture: Culture): Naming {
  const known = new Map<string, string>();
  return (name, kind, sex) => {
    const source = kind === 'child' ? culture.children[sex] : culture.adults[sex];
    const other =
      known.get(name) ?? (kind === 'surname' ? random.pick(culture.surnames)[sex] : random.pick(source));
    known.set(name, other);
    return other;
  };
}

function castTie(
  maker: FamilyMaker,
  adult: CastAdult,
  home: HouseholdDraft,
  naming: Naming,
  cast: CastFamily,
): TieDraft {
  const isOffice = adult.reachable === 'institution';
  const usual = maker.guardian(adult.sex, plainSurname(adult.familyName), home);
  const kind = adult.relation === 'self' ? 'child' : 'adult';
  const familyName = isOffice ? adult.familyName : naming(adult.familyName, 'surname', adult.sex);
  const givenName = isOffice ? adult.givenName : naming(adult.givenName, kind, adult.sex);
  const [child] = cast.children;
  const name = child ? naming(child.familyName, 'surname', child.sex) : familyName;
  const sharedMail = adult.sharesMail ? `familie.${asciiName(name)}@example.org` : null;
  const guardian = { ...usual, givenName, familyName, reachable: adult.reachable, sharedMail };
  const { hasCustody, livesWith, blocked } = adult;
  return tie(isOffice ? { ...guardian, language: null } : guardian, adult.relation, {
    hasCustody,
    livesWith,
    blocked,
  });
}

function drawnFamily(
  draft: SchoolDraft,
  random: Random,
  seats: ClassDraft[],
  siblingChance: number,
): FamilyDraft {
  const culture = drawCulture(random);
  const kind: HouseholdKind = random.weighted(kindWeights);
  const { childSurname, ties } = householdKinds[kind](new FamilyMaker(draft, random, culture));
  const family: FamilyDraft = { kind, culture, ties, children: [], twins: false };
  for (const schoolClass of seatsForSiblings(random, seats, siblingChance)) {
    const sex = random.chance(0.5) ? 'female' : 'male';
    const familyName = childSurname[sex];
    const givenName = freeName(random, culture.children[sex], familyName, draft.takenNames);
    const id = draft.registerId();
    family.children.push({ id, role: null, givenName, familyName, sex, schoolClass, ties, family });
  }
  return family;
}

/** A seat, and with some luck one or two more in other years. */
function seatsForSiblings(random: Random, seats: ClassDraft[], siblingChance: number): ClassDraft[] {
  const taken: ClassDraft[] = [];
  const first = seats.pop();
  if (first) taken.push(first);
  while (taken.length < 3 && random.chance(siblingChance)) {
    const index = seats.findLastIndex((seat) => taken.every((other) => other.grade !== seat.grade));
    const [sibling] = index < 0 ? [] : seats.splice(index, 1);
    if (!sibling) break;
    taken.push(sibling);
  }
  return taken;
}
