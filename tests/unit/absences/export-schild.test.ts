import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absenceHandlers } from '../../../src-main/core/absences/handlers.ts';
import type { StaffRole } from '../../../src-shared/rights/roles.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { asContract } from '../../support/answers.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { anOffice, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aStudent, aStudentDetail } from '../../support/builders/students.ts';
import { aContext } from '../../support/core-context.ts';

const HEAD =
  'Nachname|Vorname|Geburtsdatum|Klasse|Jahr|Abschnitt|Datum|Fach|von_Std.|bis_Std.|Fehlstd.|Entschuldigt|Lehrkraft';
const WHOLE_YEAR = { fromDay: '2026-08-01', untilDay: '2027-07-31' };
let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function exported(period = WHOLE_YEAR, options: { role?: StaffRole; start?: string } = {}) {
  const { role = 'schoolOffice', ...when } = options;
  const context = aContext(school.cache, { actor: { ...anOffice(), role }, ...when });
  const answer = await absenceHandlers(context)['absences.exportSchild'](period);
  const { data, rows, fileName } = asContract('absences.exportSchild', answer);
  const [head, ...lines] = iconv.decode(Buffer.from(data, 'base64'), 'win1252').split('\r\n');
  expect([fileName, head, lines.pop(), lines.length]).toEqual(['SchuelerFehlstunden.dat', HEAD, '', rows]);
  return lines;
}

async function absent(studentId: string, fields: Partial<Row<'absence'>> = {}) {
  await seed(school.cache, { absence: anAbsence({ studentId, ...fields }) });
}

async function addOdd(familyName: string, givenName: string, className: '1a' | '3b') {
  const student = aStudent({ familyName, givenName, classId: school.classes[className].id });
  await seed(school.cache, { student, studentDetail: aStudentDetail({ id: student.id }) });
  await absent(student.id);
}

describe('missed lessons for SchILD', () => {
  test('are the school days of the period until today, each with its half of the year, and never why', async () => {
    const emir = await school.addChild('Emir Yılmaz', '3b', { birthDate: '2018-03-05' });
    const free = { kind: 'schoolHoliday' as const, name: 'Winterferien' };
    await seed(school.cache, {
      freePeriod: { id: anId(), ...free, fromDay: '2027-01-29', untilDay: '2027-01-31' },
    });
    await absent(emir.id, { fromDay: '2027-01-28', untilDay: null, remark: 'Windpocken', reason: 'illness' });
    await absent(emir.id, { withdrawn: 1 });
    const child = 'Yilmaz|Emir|05.03.2018|3b';
    expect(await exported(WHOLE_YEAR, { start: '2027-02-02T08:00:00.000Z' })).toEqual([
      `${child}|2026|1|28.01.2027||1|4|4|J|`,
      `${child}|2026|2|01.02.2027||1|4|4|J|`,
      `${child}|2026|2|02.02.2027||1|4|4|J|`,
    ]);
    expect(
      await exported(
        { fromDay: '2027-01-28', untilDay: '2027-01-28' },
        { start: '2027-02-02T08:00:00.000Z' },
      ),
    ).toHaveLength(1);
  });

  test('keep odd names within their cells and lines, and in letters that SchILD reads', async () => {
    await addOdd('von | zu', 'Анна\nMaria', '1a');
    await addOdd('Đorđević', 'Jürgen', '3b');
    expect((await exported()).map((line) => line.split('|').slice(0, 2))).toEqual([
      ['Dordevic', 'Jürgen'],
      ['von   zu', 'Anna Maria'],
    ]);
  });

  test('tell twins of one name apart by their class, and only them', async () => {
    await addOdd('Koch', 'Anna', '1a');
    await addOdd('Koch', 'Anna', '3b');
    await addOdd('Koch', 'Ben', '3b');
    expect((await exported()).map((line) => line.split('|').slice(0, 4).join('|'))).toEqual([
      'Koch#1a|Anna|05.03.2018|1a',
      'Koch#3b|Anna|05.03.2018|3b',
      'Koch|Ben|05.03.2018|3b',
    ]);
  });

  test('are refused without lesson times', async () => {
    await seed(school.cache, { schoolSetting: { id: 'lessonTimes', value: '[]' } });
    await expect(exported()).rejects.toMatchObject({ kind: 'refused', reason: 'lessonTimesUnknown' });
  });

  test('are not for teachers, who see a part of the children', async () => {
    await expect(exported(WHOLE_YEAR, { role: 'teacher' })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('of a day to come are none', async () => {
    const emir = await school.addChild('Emir Yılmaz', '3b');
    await absent(emir.id, { untilDay: null });
    expect(await exported({ fromDay: '2026-12-01', untilDay: '2026-12-31' })).toEqual([]);
    expect((await exported()).map((line) => line.split('|')[6])).toEqual([
      MONDAY.split('-').reverse().join('.'),
    ]);
  });
});
