import type { RawDatabase } from '../../../src-main/core/database/open-database.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolDayBefore } from '../../../src-shared/values/school-calendar.ts';

/** A day, and the class or range a query is about. */
export interface DashboardPlace {
  readonly day: Day;
  readonly classId: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

type Read = () => void;

/**
 * What the queries of the morning read from the cache, as bare prepared statements: the same rows, without
 * making an answer of them.
 */
export function bareReads(
  raw: RawDatabase,
  place: DashboardPlace,
): { office: Read; ofClass: Read; list: Read } {
  const all = (text: string, ...args: string[]): Read => {
    const statement = raw.prepare<string[]>(text).raw(true);
    return () => void statement.all(...args);
  };
  const { day, classId } = place;
  // The plus keeps SQLite to the index on the last day: few absences end today or later, all begin before.
  const covering =
    'from absence where (until_day >= ? or until_day is null) and +from_day <= ? and withdrawn = 0';
  const school = [
    all('select * from school_setting'),
    all('select * from free_period'),
    all('select * from school_class'),
    all('select * from staff_member'),
    all('select * from roll_call where day = ?', day),
    all("select * from absence_report where state = 'waiting'"),
  ];
  const ofDay = [
    all(`select * ${covering}`, day, day),
    all('select * from roll_call_mark where day = ?', day),
    all('select * from contact_attempt where day = ?', day),
    all('select id, early_pickup_at from student_detail where early_pickup_at is not null'),
  ];
  const office = [
    all("select * from inbox_message where state = 'new'"),
    all('select * from case_concern where day = ?', day),
    all('select id, birth_date from student_detail where substr(birth_date, 6) = ?', day.slice(5)),
    all('select class_id, count(*) from student where left_on is null group by class_id'),
    all(`select * from student where id in (select student_id ${covering})`, day, day),
    ...aboutCases(all, day),
  ];
  const inClass = 'student_id in (select id from student where class_id = ?)';
  const ofClass = [
    all('select * from class_assignment'),
    all('select * from student where class_id = ?', classId),
    all(`select * ${covering} and ${inClass}`, day, day, classId),
    all(`select * from roll_call_mark where day = ? and ${inClass}`, day, classId),
    all(`select * from contact_attempt where day = ? and ${inClass}`, day, classId),
  ];
  return {
    office: run([...school, ...ofDay, ...office]),
    ofClass: run([...school, ...ofClass]),
    list: run([...school.slice(0, 2), ...listed(all, place)]),
  };
}

function run(reads: readonly Read[]): Read {
  return () => {
    for (const read of reads) read();
  };
}

type All = (text: string, ...args: string[]) => Read;

/** Guardians and their phones, of children who are missing. */
function aboutCases(all: All, day: Day): Read[] {
  const missing = "student_id in (select student_id from roll_call_mark where day = ? and state = 'missing')";
  const tied = `guardianship join guardian on guardian.id = guardian_id where ${missing}`;
  return [
    all(`select * from ${tied}`, day),
    all(`select * from guardian_contact where guardian_id in (select guardian_id from ${tied})`, day),
    all(`select * from emergency_contact where ${missing}`, day),
    all(`select * from absence where until_day >= ? and ${missing}`, schoolDayBefore(day, []), day),
  ];
}

function listed(all: All, { fromDay, untilDay }: DashboardPlace): Read[] {
  const range = '+from_day <= ? and (until_day >= ? or until_day is null)';
  const ids = `(select id from absence where ${range})`;
  return [
    all(
      `select absence.*, given_name, family_name, name from absence join student on student.id = student_id
       left join school_class on school_class.id = class_id where ${range} and withdrawn = 0
       order by from_day desc, recorded_at desc`,
      ...[untilDay, fromDay],
    ),
    all(
      `select absence_id, count(*) from absence_report where absence_id in ${ids} group by absence_id`,
      ...[untilDay, fromDay],
    ),
    all(`select id from absence_notifiable where id in ${ids}`, untilDay, fromDay),
  ];
}
