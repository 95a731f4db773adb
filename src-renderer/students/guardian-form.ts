import { newId } from '../client/new-id.ts';
import type { CardGuardian } from './student-card.ts';

/** One phone number or address as it is typed. */
export interface ContactForm {
  readonly contactId: string;
  readonly kind: 'phone' | 'email';
  readonly label: string;
  readonly value: string;
}

/** What is typed about a guardian and the tie to one child. */
export interface GuardianForm {
  readonly kind: CardGuardian['kind'];
  readonly givenName: string;
  readonly familyName: string;
  readonly language: string;
  readonly relation: CardGuardian['relation'];
  readonly hasCustody: boolean;
  readonly powerOfAttorney: boolean;
  readonly livesWith: boolean;
  readonly blocked: boolean;
  readonly contacts: readonly ContactForm[];
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
}

/** An empty line for a number. */
export function newContact(): ContactForm {
  return { contactId: newId(), kind: 'phone', label: '', value: '' };
}

/** A guardian as the form shows them; null: somebody new. */
export function guardianFormOf(guardian: CardGuardian | null): GuardianForm {
  const contacts = guardian?.contacts.map((one) => ({ ...one, label: one.label ?? '' })) ?? [];
  return {
    kind: guardian?.kind ?? 'person',
    givenName: guardian?.givenName ?? '',
    familyName: guardian?.familyName ?? '',
    language: guardian?.language ?? '',
    relation: guardian?.relation ?? 'mother',
    hasCustody: guardian?.hasCustody ?? true,
    powerOfAttorney: guardian?.powerOfAttorney ?? false,
    livesWith: guardian?.livesWith ?? true,
    blocked: guardian?.blocked ?? false,
    contacts: contacts.length === 0 ? [newContact()] : contacts,
    street: guardian?.address?.street ?? '',
    postalCode: guardian?.address?.postalCode ?? '',
    city: guardian?.address?.city ?? '',
  };
}

/** The parts of the form as the commands take them; undefined while the name is missing. */
export function guardianFieldsOf(form: GuardianForm) {
  const familyName = form.familyName.trim();
  if (familyName === '') return undefined;
  const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
  const [street, postalCode, city] = [form.street.trim(), form.postalCode.trim(), form.city.trim()];
  return {
    name: {
      kind: form.kind,
      // An institution has one name.
      givenName: form.kind === 'institution' ? '' : form.givenName.trim(),
      familyName,
      language: form.language === '' ? null : form.language,
    },
    contacts: form.contacts
      .filter(({ value }) => value.trim() !== '')
      .map(({ contactId, kind, label, value }) => ({
        ...{ contactId, kind, value: value.trim() },
        label: label.trim() === '' ? null : label.trim(),
      })),
    address: street || postalCode || city ? { street, postalCode, city } : null,
    tie: {
      relation: form.relation,
      hasCustody: flag(form.hasCustody),
      powerOfAttorney: flag(form.powerOfAttorney),
      livesWith: flag(form.livesWith),
      blocked: flag(form.blocked),
    },
  };
}
