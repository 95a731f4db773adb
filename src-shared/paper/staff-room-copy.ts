import type { OfficeList, OfficeListRow, OpenCase, StaffRoomList, StaffRoomRow } from './daily-sheets.ts';

/**
 * The daily list without reasons, remarks, excuses and numbers, fit for the staff room. Every field is
 * picked by name: what is added to the office's copy later stays there until somebody picks it here too.
 * Open cases appear as "missing", nothing more.
 */
export function staffRoomCopy(office: OfficeList): StaffRoomList {
  const { schoolName, day, printedAt, classesNotReported } = office;
  return {
    schoolName,
    day,
    printedAt: { day: printedAt.day, time: printedAt.time },
    rows: [...office.rows.map(withoutReason), ...office.openCases.map((one) => asMissing(one, day))],
    classesNotReported: [...classesNotReported],
  };
}

function withoutReason(row: OfficeListRow): StaffRoomRow {
  const { className, givenName, familyName, span, atTime, fromLesson, untilLesson, untilDay } = row;
  return { className, givenName, familyName, span, atTime, fromLesson, untilLesson, untilDay };
}

function asMissing(openCase: OpenCase, day: string): StaffRoomRow {
  const { className, givenName, familyName } = openCase;
  return {
    className,
    givenName,
    familyName,
    span: 'missing',
    atTime: null,
    fromLesson: null,
    untilLesson: null,
    untilDay: day,
  };
}
