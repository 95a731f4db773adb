import { type RosterProblem, rosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { RosterFormatId } from '../../../../src-shared/roster/types.ts';
import type { TableKnowledge } from '../parse-table.ts';
import { danisFreeList } from './danis-free-list.ts';
import { iservParents } from './iserv-parents.ts';
import { iservStudents } from './iserv-students.ts';
import { fieldOf, fieldsIn } from './match-columns.ts';
import type { RosterFormat } from './roster-format.ts';
import { schildGuardians, schildStudents } from './schild.ts';
import { schildPhones } from './schild-phones.ts';
import { svwsGuardians } from './svws-guardians.ts';
import { otherUntisList, untisHeading, untisStudents } from './untis-students.ts';
import { webUntisStudents } from './web-untis-students.ts';

/** All formats that can be read. */
const rosterFormats: readonly RosterFormat[] = [
  iservStudents,
  iservParents,
  danisFreeList,
  schildStudents,
  schildGuardians,
  schildPhones,
  svwsGuardians,
  untisStudents,
  webUntisStudents,
];

/** The heading of rows without one, when a format knows them by their places. */
export const headingByPlace: TableKnowledge['headingByPlace'] = untisHeading;

/** What rows without heading are, when they are known and no list of people a school has to take in. */
export const otherByPlace: TableKnowledge['otherByPlace'] = otherUntisList;

/** True for a heading that one of the formats knows. */
export function isKnownHeading(heading: string): boolean {
  return rosterFormats.some((format) => fieldOf(heading, format.vocabulary) !== null);
}

/**
 * The format of a file by its heading.
 * @param asked the format somebody chose; its columns must be there all the same.
 * @returns the format, or which columns are missing for the one that comes nearest.
 */
export function findFormat(
  header: readonly string[],
  file: string,
  asked?: RosterFormatId,
): RosterFormat | RosterProblem {
  const rated = rosterFormats
    .filter((format) => asked === undefined || format.id === asked)
    .map((format) => ({ format, confidence: format.detect(header), missing: missingIn(header, format) }));
  const best = rated.reduce((left, right) => (right.confidence > left.confidence ? right : left));
  if (best.confidence > 0 || (asked !== undefined && best.missing.length === 0)) return best.format;
  const nearest = rated.reduce((left, right) => (right.missing.length < left.missing.length ? right : left));
  const columns = header.filter((heading) => heading !== '').join(', ');
  if (nearest.missing.length === 0 || nearest.missing.length === nearest.format.required.length) {
    return rosterProblem('formatUnknown', file, { params: { columns } });
  }
  return rosterProblem('columnsMissing', file, {
    params: { format: nearest.format.id, missing: nearest.missing.join(', '), columns },
  });
}

function missingIn(header: readonly string[], format: RosterFormat): string[] {
  const fields = fieldsIn(header, format.vocabulary);
  return format.required
    .filter(({ anyOf }) => !anyOf.some((field) => fields.has(field)))
    .map(({ heading }) => heading);
}
