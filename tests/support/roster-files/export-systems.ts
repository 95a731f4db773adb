import type { CurrentGuardian, CurrentRoster, CurrentStudent } from '../../../src-shared/roster/current.ts';
import { writeTable } from './write-table.ts';
import { writeZip } from './write-zip.ts';

const schildStudentColumns =
  'Nachname|Vorname|Geburtsdatum|Geschlecht|Status|Jahrgang|Klasse|Schulgliederung|OrgForm';
const schildGuardianColumns =
  'Nachname|Vorname|Geburtsdatum|Erzieherart|Anrede 1.Person|Titel 1.Person|Nachname 1.Person|Vorname 1.Person|Anrede 2.Person|Titel 2.Person|Nachname 2.Person|Vorname 2.Person|Straße|PLZ|Ort|Ortsteil|E-Mail 1. Person|Anschreiben|E-Mail 2. Person';
const svwsColumns =
  'nachname|vorname|geburtsdatum|erzieherart|anrede1|titel1|nachname1|vorname1|email1|anrede2|titel2|nachname2|vorname2|email2|strasse|hausnummer|hausnummerzusatz|plz|ort|ortsteil|anschreiben|bemerkungen';

/** A school as SchILD exports it: the basic data, and the guardians if there are any. */
export function schildFiles(school: CurrentRoster, encoding: 'windows-1252' | 'utf-8'): Buffer[] {
  const style = { encoding, separator: '|' } as const;
  const students = present(school).map((student) => [
    ...nameAndBirth(student),
    'w',
    '2',
    '01',
    student.className ?? '',
    '***',
    '*',
  ]);
  const guardians = pairs(school).map(([child, one, two]) => [
    ...nameAndBirth(child),
    'Sonstige',
    ...['', '', one.familyName, one.givenName],
    ...['', '', two?.familyName ?? '', two?.givenName ?? ''],
    ...[one.street ?? '', one.postalCode ?? '', one.city ?? '', ''],
    ...[one.emails.join(' '), 'J', two?.emails.join(' ') ?? ''],
  ]);
  return tables(style, [schildStudentColumns, students], [schildGuardianColumns, guardians]);
}

/** The guardians of a school as SVWS lists them. */
export function svwsFiles(school: CurrentRoster): Buffer[] {
  const rows = pairs(school).map(([child, one, two]) => [
    ...nameAndBirth(child),
    'Sonstige',
    ...['', '', one.familyName, one.givenName, one.emails.join(' ')],
    ...['', '', two?.familyName ?? '', two?.givenName ?? '', two?.emails.join(' ') ?? ''],
    ...[one.street ?? '', '', '', one.postalCode ?? '', one.city ?? '', '', 'J', ''],
  ]);
  return tables({ encoding: 'utf-8', separator: ';', quotes: 'all' }, [svwsColumns, rows]);
}

/** The children of a school as Untis writes GPU010. */
export function untisFiles(school: CurrentRoster): Buffer[] {
  const rows = present(school)
    .filter(({ className }) => className !== null && /^\d/.test(className))
    .map(({ id, givenName, familyName, className, birthDate }) => {
      const born = birthDate?.replaceAll('-', '') ?? '';
      return [
        `${familyName}_${id}`,
        familyName,
        '',
        '',
        '',
        '',
        '',
        givenName,
        id,
        className ?? '',
        '1',
        '',
        born,
        '',
        '',
      ];
    });
  return rows.length > 0 ? [writeTable(rows, { separator: ',', quotes: 'all' })] : [];
}

/** A school as OneRoster 1.1; children without a key get none here either, and so have no guardians. */
export function oneRosterZip(school: CurrentRoster): Buffer {
  const children = present(school);
  const tiesOf = (child: CurrentStudent) =>
    school.guardianships
      .filter(({ studentId }) => studentId === child.id)
      .map(({ guardianId }) => guardianId);
  const users = [
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,email,sms,phone,agentSourcedIds'.split(
      ',',
    ),
    ...children.map((child) => [
      ...[child.importKey ?? '', '', '', 'true', 'o', 'student', child.id, ''],
      ...[child.givenName, child.familyName, '', '', '', child.importKey ? tiesOf(child).join(',') : ''],
    ]),
    ...school.guardians.map((guardian) => [
      ...[guardian.id, '', '', 'true', 'o', 'guardian', guardian.id, ''],
      ...[guardian.givenName, guardian.familyName, guardian.emails.join(' '), ''],
      ...[guardian.phones.map(({ value }) => value).join('; '), ''],
    ]),
  ];
  const keyed = children.filter(({ importKey }) => importKey !== null);
  const classes = [
    ['sourcedId', 'title', 'classType'],
    ...school.classes.map(({ id, name }) => [id, name, 'homeroom']),
  ];
  const enrollments = [
    ['sourcedId', 'classSourcedId', 'userSourcedId', 'role'],
    ...keyed.flatMap(({ importKey, className }) => {
      const own = school.classes.find(({ name }) => name === className);
      return own ? [[`e${importKey}`, own.id, importKey ?? '', 'student']] : [];
    }),
  ];
  const demographics = [
    ['sourcedId', 'birthDate', 'sex'],
    ...keyed.map(({ importKey, birthDate }) => [importKey ?? '', birthDate ?? '', 'unspecified']),
  ];
  return writeZip(
    Object.entries({ users, classes, enrollments, demographics }).map(([name, rows]) => ({
      path: `${name}.csv`,
      content: writeTable(rows, { separator: ',' }),
    })),
  );
}

function tables(style: Parameters<typeof writeTable>[1], ...lists: [string, string[][]][]): Buffer[] {
  return lists
    .filter(([, rows]) => rows.length > 0)
    .map(([columns, rows]) => writeTable([columns.split('|'), ...rows], style));
}

function present(school: CurrentRoster): CurrentStudent[] {
  return school.students.filter((student) => student.leftOn === null);
}

function nameAndBirth({ familyName, givenName, birthDate }: CurrentStudent): string[] {
  return [familyName, givenName, birthDate?.split('-').reverse().join('.') ?? ''];
}

/** For each child its guardians, two to a row where they share an address. */
function pairs(school: CurrentRoster): [CurrentStudent, CurrentGuardian, CurrentGuardian?][] {
  const guardians = new Map(school.guardians.map((guardian) => [guardian.id, guardian]));
  return present(school).flatMap((child) => {
    const own = school.guardianships
      .filter(({ studentId }) => studentId === child.id)
      .flatMap(({ guardianId }) => guardians.get(guardianId) ?? []);
    const [one, two, ...others] = own;
    if (one && two && one.street === two.street && one.city === two.city && one.postalCode === two.postalCode)
      return [[child, one, two] as const, ...others.map((other) => [child, other] as const)].map(
        ([first, ...rest]) => [first, ...rest] as [CurrentStudent, CurrentGuardian, CurrentGuardian?],
      );
    return own.map((guardian): [CurrentStudent, CurrentGuardian] => [child, guardian]);
  });
}
