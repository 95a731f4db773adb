import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import { DEMO_DAY } from './demo-server.ts';
import type { DeskLine } from './desk-line.ts';

type Recording = CommandArgs<'absences.record'>;

const newId = () =>
  uuidV7(Date.now(), (length) => {
    const bytes = new Uint8Array(length);
    crypto.getRandomValues(bytes);
    return bytes;
  });

/** What the phone desk sends for "krank, heute, ganzer Tag, Telefon". */
export function sickNote(studentId: string, changes: Partial<Recording> = {}): Recording {
  return {
    absenceId: newId(),
    reportId: newId(),
    studentId,
    fromDay: DEMO_DAY,
    untilDay: DEMO_DAY,
    reason: 'illness',
    span: 'wholeDay',
    atTime: null,
    fromLesson: null,
    untilLesson: null,
    channel: 'phone',
    guardianId: null,
    reporterName: 'Anruf',
    reporterRelation: 'mother',
    callbackNumber: null,
    remark: null,
    excuseExpected: 'none',
    offAllDayCare: 0,
    offLunch: 0,
    notifiable: null,
    ...changes,
  };
}

export interface Child {
  readonly studentId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly className: string;
}

/** Children of a class whom nobody has reported today, in the order of the class list. */
export async function unreportedChildren(
  line: DeskLine,
  classNames: readonly string[],
  count: number,
): Promise<Child[]> {
  const found: Child[] = [];
  for (const className of classNames) {
    const { hits } = await line.get('desk.searchStudents', { query: className, limit: 50 });
    found.push(...hits.filter((hit) => hit.className === className && hit.alreadyReported === null));
  }
  if (found.length < count) throw new Error(`Only ${found.length} children are unreported.`);
  return found.slice(0, count);
}
