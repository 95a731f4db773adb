import { missedLessons } from '../../../src-shared/absences/missed-lessons.ts';
import type { OperationResult, ParsedArgs } from '../../../src-shared/contract/staff-contract.ts';
import { lasting } from '../../../src-shared/school/last-day.ts';
import { readFreePeriods, readSettings } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import { mediaTypes } from '../export/media-types.ts';
import { toWindows1252 } from '../export/windows-1252.ts';
import { selectAbsences } from './absence-lines.ts';
import { type SchildChild, type SchildLine, schildFile } from './schild-file.ts';

type Period = ParsedArgs<'absences.exportSchild'>;

const german = new Intl.Collator('de', { numeric: true });

/** The lessons missed in a period, until today, as SchILD-NRW reads them. */
export async function exportSchild(
  db: DomainReader,
  today: Day,
  { fromDay, untilDay }: Period,
): Promise<OperationResult<'absences.exportSchild'>> {
  const { lessonTimes } = await readSettings(db);
  if (lessonTimes.length === 0) throw new OperationFailure('refused', 'lessonTimesUnknown');
  const lastDay = untilDay < today ? untilDay : today;
  const schoolDays = schoolDaysIn(fromDay, lastDay, await readFreePeriods(db));
  const absences = await readAbsences(db, { fromDay, untilDay: lastDay });
  const twins = await readTwins(db, fromDay);
  const lines = [...Map.groupBy(absences, ({ studentId }) => studentId).values()].flatMap(
    (ofChild): SchildLine[] => {
      const [latest] = ofChild;
      if (!latest) return [];
      const child = { ...latest, hasTwin: twins.has(identityOf(latest)) };
      return missedLessons(ofChild, schoolDays, lessonTimes).map((missed) => ({ child, missed }));
    },
  );
  return {
    fileName: 'SchuelerFehlstunden.dat',
    mediaType: mediaTypes.dat,
    data: schildFile(lines.sort(compareLines)).toString('base64'),
    rows: lines.length,
  };
}

/** The latest first: its class is the one SchILD will know. */
async function readAbsences(db: DomainReader, { fromDay, untilDay }: Period) {
  return selectAbsences(db)
    .leftJoin('studentDetail', 'studentDetail.id', 'absence.studentId')
    .select('studentDetail.birthDate')
    .where('absence.fromDay', '<=', untilDay)
    .where((where) =>
      where.or([where('absence.untilDay', '>=', fromDay), where('absence.untilDay', 'is', null)]),
    )
    .where('absence.withdrawn', '=', 0)
    .orderBy('absence.fromDay', 'desc')
    .orderBy('absence.id')
    .execute();
}

/** The identities that more than one child at the school has. */
async function readTwins(db: DomainReader, fromDay: Day): Promise<Set<string>> {
  const students = await db
    .selectFrom('student')
    .innerJoin('studentDetail', 'studentDetail.id', 'student.id')
    .select(['student.givenName', 'student.familyName', 'studentDetail.birthDate'])
    .where(lasting('student.leftOn', fromDay))
    .execute();
  const namesakes = [...Map.groupBy(students, identityOf)].filter(([, children]) => children.length > 1);
  return new Set(namesakes.map(([identity]) => identity));
}

/** What tells children apart in the file: names as they are written there, and the birth date. */
function identityOf({
  familyName,
  givenName,
  birthDate,
}: Pick<SchildChild, 'familyName' | 'givenName' | 'birthDate'>): string {
  return `${toWindows1252(`${familyName}|${givenName}`).toString('latin1')}|${birthDate}`;
}

function compareLines(left: SchildLine, right: SchildLine): number {
  return (
    german.compare(left.child.familyName, right.child.familyName) ||
    german.compare(left.child.givenName, right.child.givenName) ||
    german.compare(left.child.className ?? '', right.child.className ?? '') ||
    german.compare(left.missed.day, right.missed.day) ||
    left.missed.from - right.missed.from
  );
}
