import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import { readLists, refusals } from '../../support/roster-files/open-lists.ts';
import { child, school as schoolOf } from '../../support/roster-files/small-school.ts';
import { writeZip } from '../../support/roster-files/write-zip.ts';

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

const shared = {
  'orgs.csv': csv(
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'o1,,,Schule,school,,',
  ),
  'classes.csv': csv(
    'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType',
    'c3b,,,3b,03,x,,homeroom',
    'cm,,,Mathe,03,x,,scheduled',
  ),
  'enrollments.csv': csv(
    'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
    'e1,,,c3b,o1,s1,student,,2026-08-01,2027-07-31',
    'e2,,,cm,o1,s1,student,,2026-08-01,2027-07-31',
  ),
  'demographics.csv': csv(
    'sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative',
    's1,,,2018-02-01,female,false',
  ),
};

const users11 = csv(
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
  's1,,,TRUE,o1,student,mia,,Mia,Koch,,4711,,,,"g1,g2",03,',
  'g1,,,TRUE,o1,parent,ina,,Ina,Koch,,,ina@example.org,0171 1234567,04222 1234,s1,,',
  'g2,,,TRUE,o1,guardian,ole,,Ole,Lang,,,,,,,,',
  't1,,,TRUE,o1,teacher,eva,,Eva,Lehr,,,,,,,,',
);

const users12 = csv(
  'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,prefferedGivenName',
  's1,,,TRUE,mia,,Maria,Koch,,4711,,,,"g1, g2",03,,,Mia',
  'g1,,,TRUE,ina,,Ina,Koch,,,ina@example.org,0171 1234567,04222 1234,,,,,',
  'g2,,,TRUE,ole,,Ole,Lang,,,,,,,,,,',
  't1,,,TRUE,eva,,Eva,Lehr,,,,,,,,,,',
);

const roles12 = csv(
  'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId,,',
  'r1,,,s1,primary,student,,,o1,,,',
  'r2,,,g1,primary,parent,,,o1,,,',
  'r3,,,g2,primary,guardian,,,o1,,,',
  'r4,,,t1,primary,teacher,,,o1,,,',
);

const zipOf = (files: Record<string, string>, folder = '') =>
  writeZip(Object.entries(files).map(([path, content]) => ({ path: `${folder}${path}`, content })));

const of11 = (changes: Record<string, string> = {}) => zipOf({ ...shared, 'users.csv': users11, ...changes });

describe('a OneRoster zip', () => {
  it.each([
    ['1.1', of11()],
    [
      '1.2',
      zipOf({ ...shared, 'users.csv': users12, 'roles.csv': roles12, 'manifest.csv': 'propertyName,value' }),
    ],
    ['in a folder, as a Mac packs it', zipOf({ ...shared, 'users.csv': users11 }, 'export/')],
  ])('%s gives children with class and birth date, and both guardians', async (_, bytes) => {
    const [read, ...others] = await readLists(bytes, 'rost.zip');
    expect(others).toEqual([]);
    expect(read).toMatchObject({ file: 'rost.zip', format: 'oneRoster', covers: 'both', unreadable: [] });
    expect(read?.students).toEqual([
      {
        line: 2,
        importKey: 's1',
        givenName: 'Mia',
        familyName: 'Koch',
        className: '3b',
        birthDate: '2018-02-01',
      },
    ]);
    expect(read?.guardians).toMatchObject([
      {
        line: 3,
        studentKey: 's1',
        givenName: 'Ina',
        emails: ['ina@example.org'],
        phones: [{ value: '04222 1234' }, { value: '0171 1234567' }],
      },
      { line: 4, studentKey: 's1', givenName: 'Ole' },
    ]);
    expect(read?.notes).toMatchObject([{ code: 'othersPassedOver', params: { count: 1 } }]);
  });

  it('finds the ties in the school', async () => {
    const files = await readLists(of11());
    const school = schoolOf([child('Mia Koch', { id: 'mia', birthDate: '2018-02-01', importKey: 's1' })]);
    const preview = compareRoster(files, school);
    expect(
      preview.newGuardianships.map(({ studentRef, guardianName }) => [studentRef, guardianName]),
    ).toEqual([
      ['mia', 'Ina Koch'],
      ['mia', 'Ole Lang'],
    ]);
  });

  it('that is a delta says of nobody that they have left', async () => {
    const files = await readLists(of11({ 'manifest.csv': csv('propertyName,value', 'file.users,delta') }));
    const school = schoolOf([child('Ida Voss', { id: 'ida', importKey: 's9' })]);
    expect(compareRoster(files, school).leftStudents).toEqual([]);
  });

  it('passes over who is to be deleted', async () => {
    const [read] = await readLists(of11({ 'users.csv': users11.replace('s1,,', 's1,tobedeleted,') }));
    expect(read?.students).toEqual([]);
  });

  it('names table, line and column of what is wrong, and takes the rest', async () => {
    const [read] = await readLists(
      of11({
        'users.csv': users11.replace('Ina,Koch,,,ina@example.org', 'Ina,Koch,,,ina(at)example.org'),
        'demographics.csv': csv('sourcedId,birthdate', 's1,1/13/2018'),
        'classes.csv': csv('sourcedId,title,classType', 'c3b,3b,homeroom', 'cm,3c,homeroom'),
      }),
      'rost.zip',
    );
    expect(read?.students).toMatchObject([{ className: null, birthDate: null }]);
    expect(read?.unreadable.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['dateNotOnCalendar', 'rost.zip · demographics.csv', 2],
      ['twoClasses', 'rost.zip · users.csv', 2],
      ['emailInvalid', 'rost.zip · users.csv', 3],
    ]);
  });

  it('lists a guardian of nobody', async () => {
    const [read] = await readLists(of11({ 'users.csv': users11.replace('"g1,g2"', 'g1') }));
    expect(read?.unreadable).toMatchObject([{ code: 'studentKeyMissing', line: 4, value: 'Ole Lang' }]);
  });

  it('without classes and enrollments leaves the classes as they are', async () => {
    const [read] = await readLists(zipOf({ 'users.csv': users11, 'manifest.csv': 'propertyName,value\n' }));
    expect(read?.students).toMatchObject([{ givenName: 'Mia', className: null }]);
  });

  it.each([
    ['without names', csv('sourcedId,role', 's1,student'), 'columnsMissing'],
    ['with headings only', csv('sourcedId,status,role,givenName,familyName'), 'onlyHeader'],
  ])('%s is refused', async (_, users, code) => {
    expect(await refusals(of11({ 'users.csv': users }))).toEqual([code]);
  });
});
