import type { CurrentRoster, CurrentStudent } from '../../../src-shared/roster/current.ts';

/** A school as IServ would export its students. */
export function iservStudentRows(school: CurrentRoster): string[][] {
  return [
    ['Import-ID', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum'],
    ...present(school).map((student) => [
      student.importKey ?? '',
      student.givenName,
      student.familyName,
      student.className ?? '',
      germanDay(student.birthDate),
    ]),
  ];
}

/** A school as the free list of DaNiS. */
export function danisRows(school: CurrentRoster): string[][] {
  const [, ...rows] = iservStudentRows(school);
  return [
    [
      'SchuelerIdentNummer',
      'SchuelerRufname',
      'SchuelerNachname',
      'GruppeBezeichung',
      'SchuelerGeburtsdatum',
    ],
    ...rows,
  ];
}

/** A school as IServ would export its parents: a row for each guardian and child that has an import key. */
export function iservParentRows(school: CurrentRoster): string[][] {
  const students = new Map(present(school).map((student) => [student.id, student]));
  const guardians = new Map(school.guardians.map((guardian) => [guardian.id, guardian]));
  const rows = school.guardianships.flatMap((tie) => {
    const guardian = guardians.get(tie.guardianId);
    const key = students.get(tie.studentId)?.importKey;
    if (!guardian || !key) return [];
    const phones = guardian.phones.map(({ value }) => value).join('; ');
    const { givenName, familyName, street, postalCode, city, emails } = guardian;
    return [
      [key, givenName, familyName, street ?? '', postalCode ?? '', city ?? '', phones, emails.join(' ')],
    ];
  });
  return [['Kind-ID', 'Vorname', 'Nachname', 'Straße', 'PLZ', 'Ort', 'Telefon', 'E-Mail'], ...rows];
}

/** `2018-02-01` → `01.02.2018`. */
function germanDay(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('.');
}

function present(school: CurrentRoster): CurrentStudent[] {
  return school.students.filter((student) => student.leftOn === null);
}
