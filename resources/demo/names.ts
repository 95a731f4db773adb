import data from './data/names.json' with { type: 'json' };
import type { Random } from './random.ts';

export type Sex = 'female' | 'male';

/** A surname as a woman and as a man of the family bear it; mostly the same. */
export type Surname = Readonly<Record<Sex, string>>;

export interface Culture {
  readonly key: CultureKey;
  /** What the office might write in to be understood; null for German. */
  readonly language: string | null;
  readonly children: Readonly<Record<Sex, readonly string[]>>;
  readonly adults: Readonly<Record<Sex, readonly string[]>>;
  readonly surnames: readonly Surname[];
}

export type CultureKey = keyof typeof data.cultures;

function surname(text: string): Surname {
  const [male = text, female = male] = text.split('/');
  return { male, female };
}

function culture(key: CultureKey): Culture {
  const entry = data.cultures[key];
  return {
    key,
    language: entry.language,
    children: { female: entry.girls.split(','), male: entry.boys.split(',') },
    adults: { female: entry.women.split(','), male: entry.men.split(',') },
    surnames: entry.surnames.split(',').map(surname),
  };
}

const keys = Object.keys(data.cultures) as CultureKey[]; // the keys of the JSON object are its cultures
const weights = Object.fromEntries(keys.map((key) => [key, data.cultures[key].weight]));

/** Where names come from, by key. */
export const cultures = Object.fromEntries(keys.map((key) => [key, culture(key)])) as Record<
  CultureKey,
  Culture
>;

/** One culture, as often as it is met at a German primary school. */
export function drawCulture(random: Random): Culture {
  return cultures[random.weighted(weights as Record<CultureKey, number>)];
}

/** `Given names Surname` of a person. */
export function fullName(person: { readonly givenName: string; readonly familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}

/** A given name that makes a name nobody else has, as long as there is one; it is taken from then on. */
export function freeName(
  random: Random,
  names: readonly string[],
  familyName: string,
  taken: Set<string>,
): string {
  const free = names.filter((givenName) => !taken.has(fullName({ givenName, familyName })));
  const givenName = random.pick(free.length > 0 ? free : names);
  taken.add(fullName({ givenName, familyName }));
  return givenName;
}

/** The same surname for both sexes. */
export function plainSurname(text: string): Surname {
  return { male: text, female: text };
}
