import { z } from 'zod';

/** What a column of a list of children may hold. */
export const studentFields = [
  'givenName',
  'callName',
  'familyName',
  'className',
  'birthDate',
  'importKey',
] as const;

/** What a column of a list of guardians may hold; the child is named by its key, or by name and birth date. */
export const guardianFields = [
  'givenName',
  'familyName',
  'relation',
  'studentKey',
  'childGivenName',
  'childFamilyName',
  'childBirthDate',
  'street',
  'houseNumber',
  'postalCode',
  'city',
  'phone',
  'email',
] as const;

export type MappedField = (typeof studentFields)[number] | (typeof guardianFields)[number];

/** What each column of a list holds that no format knows, as somebody has said; null: not needed. */
export const columnMappingSchema = z.strictObject({
  kind: z.enum(['students', 'guardians']),
  /** Whether the first row names the columns; otherwise it is the first person. */
  hasHeading: z.boolean(),
  fields: z.array(z.enum([...new Set([...studentFields, ...guardianFields])]).nullable()).max(200),
});
export type ColumnMapping = z.output<typeof columnMappingSchema>;

/** A list that no format knows: its first rows, and what its columns may be by the first of them. */
export const unknownListSchema = z.object({
  /** The list's name: the file, and the sheet or part in it. */
  file: z.string(),
  rows: z.array(z.array(z.string())),
  guesses: z.object({
    students: z.array(z.enum(studentFields).nullable()),
    guardians: z.array(z.enum(guardianFields).nullable()),
  }),
});
export type UnknownList = z.output<typeof unknownListSchema>;

/** For each thing that must be known the fields that may say it; the first is the one named to people. */
const needs: Readonly<Record<ColumnMapping['kind'], readonly (readonly MappedField[])[]>> = {
  students: [['givenName', 'callName'], ['familyName']],
  guardians: [
    ['givenName'],
    ['familyName'],
    ['childGivenName', 'studentKey'],
    ['childFamilyName', 'studentKey'],
  ],
};

/** What still has to be chosen before the list can be read. */
export function missingFields({ kind, fields }: ColumnMapping): MappedField[] {
  return needs[kind]
    .filter((anyOf) => !anyOf.some((field) => fields.includes(field)))
    .flatMap(([first]) => first ?? []);
}
