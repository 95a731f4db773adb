import { z } from 'zod';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';
import { rosterProblemSchema } from './problems.ts';

export const rosterFormatIds = [
  'iservStudents',
  'iservParents',
  'danisFreeList',
  'schildStudents',
  'schildGuardians',
  'schildPhones',
  'svwsGuardians',
  'untisStudents',
  'webUntisStudents',
  'oneRoster',
  'asvXml',
  'mapped',
] as const;
export type RosterFormatId = (typeof rosterFormatIds)[number];

/** `mixed`: some lines are UTF-8, the others are not. Can be found, but not asked for. */
export const rosterEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'cp850',
  'macintosh',
  'mixed',
] as const;
export type RosterEncoding = (typeof rosterEncodings)[number];

export const rosterSeparators = [';', ',', '\t', '|'] as const;
export type RosterSeparator = (typeof rosterSeparators)[number];

/** A child as one line of a file tells it. Null means: the file doesn't say. */
export const parsedStudentSchema = z.object({
  line: z.number().int().positive(),
  /** The key by which the source system knows the child; compared by {@link importKeyOf}. */
  importKey: z.string().nullable(),
  givenName: z.string(),
  familyName: z.string(),
  className: z.string().nullable(),
  birthDate: daySchema.nullable(),
});
export type ParsedStudent = z.output<typeof parsedStudentSchema>;

export const rosterPhoneSchema = z.object({ label: z.string().nullable(), value: z.string() });
export type RosterPhone = z.output<typeof rosterPhoneSchema>;

/** A child that a file names without a key. */
export const namedChildSchema = z.object({
  givenName: z.string(),
  familyName: z.string(),
  birthDate: daySchema.nullable(),
  /** Told by some files to keep namesakes apart. */
  className: z.string().nullable(),
});
export type NamedChild = z.output<typeof namedChildSchema>;

/** A guardian of one child as one line of a file tells it; the same person has a line for each child. */
export const parsedGuardianSchema = z.object({
  line: z.number().int().positive(),
  givenName: z.string(),
  familyName: z.string(),
  relation: z.enum(guardianRelations).nullable(),
  /** The child's import key; null when the file names the `child` instead. */
  studentKey: z.string().nullable(),
  child: namedChildSchema.nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  phones: z.array(rosterPhoneSchema),
  emails: z.array(z.string()),
});
export type ParsedGuardian = z.output<typeof parsedGuardianSchema>;

/** A phone number that a file gives a child, with words for whose it is. */
export const parsedPhoneSchema = z.object({
  line: z.number().int().positive(),
  child: namedChildSchema,
  /** `Handy Mutter`, `Büro Vater`. */
  owner: z.string().nullable(),
  phone: rosterPhoneSchema,
});
export type ParsedPhone = z.output<typeof parsedPhoneSchema>;

/** One file, read. */
export const parsedRosterSchema = z.object({
  file: z.string(),
  format: z.enum(rosterFormatIds),
  /** Null in a workbook, which has neither. */
  encoding: z.enum(rosterEncodings).nullable(),
  separator: z.enum(rosterSeparators).nullable(),
  /** What a missing row means: only a file that covers students can say that a child has left. */
  covers: z.enum(['students', 'guardians', 'both']),
  students: z.array(parsedStudentSchema),
  guardians: z.array(parsedGuardianSchema),
  phones: z.array(parsedPhoneSchema).optional(),
  unreadable: z.array(rosterProblemSchema),
  notes: z.array(rosterProblemSchema),
});
export type ParsedRoster = z.output<typeof parsedRosterSchema>;
