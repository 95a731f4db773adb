import { TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { guardianKinds } from '../../src-shared/guardians/words.ts';
import { guardianRelations } from '../../src-shared/tables/students.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { CheckField } from './FormFrame.tsx';
import { type ContactForm, type GuardianForm, newContact } from './guardian-form.ts';
import classes from './Students.module.css';

interface FieldsProps {
  form: GuardianForm;
  onChange: (changed: Partial<GuardianForm>) => void;
}

/** Languages of letters and portal; German is the empty choice. */
export const letterLanguages = ['', 'en', 'tr', 'ar', 'uk', 'ru', 'pl'] as const;

/** Person or institution, name, language. */
export function NameFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation('students');
  const isPerson = form.kind === 'person';
  return (
    <>
      <SelectField
        label={t('guardians.kind')}
        value={form.kind}
        options={guardianKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={(kind) =>
          onChange({ kind, ...(kind === 'institution' ? { relation: 'institution' } : {}) })
        }
      />
      <SelectField
        label={t('guardians.language')}
        value={form.language}
        options={[...new Set([...letterLanguages, form.language])].map((value) => ({
          value,
          label: value === '' ? t('languages.de') : t(`languages.${value}`, value),
        }))}
        onChange={(language) => onChange({ language })}
      />
      {isPerson ? (
        <TextInput
          label={t('fields.givenName')}
          value={form.givenName}
          maxLength={120}
          autoComplete="off"
          data-autofocus
          onChange={(event) => onChange({ givenName: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label={t(isPerson ? 'fields.familyName' : 'guardians.institutionName')}
        value={form.familyName}
        maxLength={120}
        autoComplete="off"
        onChange={(event) => onChange({ familyName: event.currentTarget.value })}
      />
    </>
  );
}

/** What the guardian is to this child. */
export function TieFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation('students');
  const flags = ['hasCustody', 'powerOfAttorney', 'livesWith', 'blocked'] as const;
  return (
    <>
      <SelectField
        label={t('guardians.relation')}
        value={form.relation}
        options={guardianRelations.map((value) => ({ value, label: t(`words:relations.${value}`) }))}
        onChange={(relation) => onChange({ relation })}
      />
      <span />
      {flags.map((name) => (
        <CheckField
          key={name}
          label={t(`guardians.flags.${name}`)}
          checked={form[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      ))}
    </>
  );
}

/** Numbers and addresses in the order in which they are tried, and where letters go. */
export function ContactFields({ form, onChange }: FieldsProps) {
  const { t } = useTranslation('students');
  const replace = (index: number, changed: Partial<ContactForm>) =>
    onChange({
      contacts: form.contacts.map((one, place) => (place === index ? { ...one, ...changed } : one)),
    });
  const text = (name: 'street' | 'postalCode' | 'city') => ({
    label: t(`guardians.${name}`),
    value: form[name],
    maxLength: 120,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <div data-wide>
        {form.contacts.map((contact, index) => (
          <ContactLine
            key={contact.contactId}
            contact={contact}
            onChange={(changed) => replace(index, changed)}
            onRemove={() => onChange({ contacts: form.contacts.filter((one) => one !== contact) })}
          />
        ))}
        <Button
          kind="quiet"
          icon={<IconPlus aria-hidden />}
          onClick={() => onChange({ contacts: [...form.contacts, newContact()] })}
        >
          {t('guardians.addContact')}
        </Button>
      </div>
      <div data-wide>
        <TextInput {...text('street')} />
      </div>
      <TextInput {...text('postalCode')} />
      <TextInput {...text('city')} />
    </>
  );
}

interface ContactLineProps {
  contact: ContactForm;
  onChange: (changed: Partial<ContactForm>) => void;
  onRemove: () => void;
}

function ContactLine({ contact, onChange, onRemove }: ContactLineProps) {
  const { t } = useTranslation('students');
  return (
    <div className={classes.line}>
      <SelectField
        label={t('guardians.contactKind')}
        value={contact.kind}
        options={[
          { value: 'phone', label: t('guardians.phone') },
          { value: 'email', label: t('guardians.email') },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      <TextInput
        label={t(`guardians.${contact.kind}`)}
        value={contact.value}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <TextInput
        label={t('guardians.label')}
        value={contact.label}
        maxLength={60}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      <IconButton
        type="button"
        label={t('guardians.removeContact')}
        icon={<IconTrash />}
        onClick={onRemove}
      />
    </div>
  );
}
