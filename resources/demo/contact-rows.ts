import type { Row } from '../../src-shared/tables/registry.ts';
import { asciiName } from '../../src-shared/values/ascii-name.ts';
import places from './data/places.json' with { type: 'json' };
import { drawCulture, type Sex } from './names.ts';
import type { FamilyDraft, GuardianDraft, HouseholdDraft } from './people.ts';
import { PhoneBook } from './phone-book.ts';
import type { Random } from './random.ts';
import type { SchoolDraft } from './school-draft.ts';

type Address = Pick<Row<'guardianAddress'>, 'street' | 'postalCode' | 'city'>;

const streets = places.streets.split(',');
/** RFC 2606: nobody's mail ever arrives there. */
const MAIL_DOMAINS = ['example.org', 'example.net', 'example.org'];

const helpers: readonly { relation: string; sex: Sex }[] = [
  { relation: 'Oma', sex: 'female' },
  { relation: 'Opa', sex: 'male' },
  { relation: 'Tante', sex: 'female' },
  { relation: 'Onkel', sex: 'male' },
  { relation: 'Nachbarin', sex: 'female' },
  { relation: 'Nachbar', sex: 'male' },
  { relation: 'Freundin der Familie', sex: 'female' },
];

/** Gives families addresses, numbers, mail addresses, and people who may help out. */
export class ContactDesk {
  readonly #draft: SchoolDraft;
  readonly #random: Random;
  readonly #phones: PhoneBook;
  readonly #mailsTaken = new Set<string>();
  /** Of the family at hand: household → address and landline. */
  readonly #homes = new Map<HouseholdDraft, { address: Address; landline: string | null }>();

  constructor(draft: SchoolDraft, random: Random) {
    this.#draft = draft;
    this.#random = random;
    this.#phones = new PhoneBook(random);
  }

  putFamily(family: FamilyDraft): void {
    this.#homes.clear();
    for (const { guardian, blocked } of family.ties) {
      const home = this.#homeOf(guardian);
      // Where a blocked guardian lives is not the school's business.
      if (!blocked)
        this.#draft.rows.guardianAddress.push({
          id: guardian.id,
          ...home.address,
          householdId: guardian.household.id,
        });
      this.#putContacts(guardian, blocked ? null : home.landline);
    }
    this.#putHelpers(family);
  }

  #homeOf(guardian: GuardianDraft): { address: Address; landline: string | null } {
    let home = this.#homes.get(guardian.household);
    if (!home) {
      const letter = this.#random.chance(0.15) ? this.#random.pick(['a', 'b', 'c']) : '';
      const street = `${this.#random.pick(streets)} ${this.#random.between(1, 88)}${letter}`;
      const hasLandline =
        guardian.reachable === 'institution' || (guardian.reachable !== 'none' && this.#random.chance(0.35));
      const address = { street, postalCode: places.postalCode, city: places.city };
      home = { address, landline: hasLandline ? this.#phones.landline() : null };
      this.#homes.set(guardian.household, home);
    }
    return home;
  }

  #putContacts(guardian: GuardianDraft, landline: string | null): void {
    if (guardian.reachable === 'none') return;
    let position = 0;
    const put = (kind: 'phone' | 'email', label: string | null, value: string) => {
      position += 1;
      const id = this.#draft.registerId();
      this.#draft.rows.guardianContact.push({ id, guardianId: guardian.id, kind, label, value, position });
    };
    if (guardian.reachable !== 'institution') {
      // Once the made-up mobile numbers are used up, people give the number they can be reached by.
      if (this.#phones.hasMobile) put('phone', 'mobil', this.#phones.mobile());
      else put('phone', null, this.#phones.landline());
    }
    if (landline) put('phone', guardian.reachable === 'institution' ? 'Zentrale' : 'Festnetz', landline);
    if (guardian.reachable === 'usual' && this.#random.chance(0.22))
      put('phone', 'Arbeit', this.#phones.landline());
    if (guardian.reachable !== 'noMail') put('email', null, this.#mailOf(guardian));
  }

  #mailOf(guardian: GuardianDraft): string {
    if (guardian.sharedMail) return guardian.sharedMail;
    const name = `${asciiName(guardian.givenName)}.${asciiName(guardian.familyName)}`;
    const domain = this.#random.pick(MAIL_DOMAINS);
    let mail = `${name}@${domain}`;
    for (let count = 2; this.#mailsTaken.has(mail); count += 1) mail = `${name}${count}@${domain}`;
    this.#mailsTaken.add(mail);
    return mail;
  }

  #putHelpers(family: FamilyDraft): void {
    const nobody = family.ties.every(({ guardian }) => guardian.reachable === 'none');
    const isAdult = family.ties.some(({ relation }) => relation === 'self');
    if (nobody || isAdult) return;
    const helpersOfFamily = Array.from({ length: this.#random.between(0, 2) }, () => this.#helper(family));
    const missed = family.children.some((child) => child.role === 'notReached');
    if (missed && helpersOfFamily.length === 0) helpersOfFamily.push(this.#helper(family));
    for (const { id: studentId } of family.children) {
      for (const [index, { name, relation, phone, mayFetch }] of helpersOfFamily.entries()) {
        const id = this.#draft.registerId();
        this.#draft.rows.emergencyContact.push({ id, studentId, name, relation, phone, position: index + 1 });
        if (mayFetch)
          this.#draft.rows.authorisedPickup.push({ id: this.#draft.registerId(), studentId, name, relation });
      }
    }
  }

  #helper(family: FamilyDraft): { name: string; relation: string; phone: string; mayFetch: boolean } {
    const { relation, sex } = this.#random.pick(helpers);
    const isKin = relation !== 'Nachbarin' && relation !== 'Nachbar' && relation !== 'Freundin der Familie';
    const culture = isKin ? family.culture : drawCulture(this.#random);
    const surname = this.#random.pick(culture.surnames)[sex];
    const name = `${this.#random.pick(culture.adults[sex])} ${surname}`;
    return { name, relation, phone: this.#phones.landline(), mayFetch: this.#random.chance(0.6) };
  }
}
