import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { ChangedRow } from './ChangedRow.tsx';
import { ProblemRow } from './ProblemRows.tsx';
import type { SectionKey } from './preview-sections.ts';
import { QuestionRow } from './QuestionRow.tsx';
import { guardianQuestion, studentQuestion } from './question.ts';
import type { SectionProps } from './section-props.ts';
import { LeftRow, LinkRow, MovedRow, NewGuardianRow, NewStudentRow, ReturnedRow } from './TickRows.tsx';
import type { SectionRow } from './VirtualRows.tsx';

type Section<Key extends SectionKey> = RosterPreview[Key][number];

const LINE = 44;
const TALL_LINE = 60;
const QUESTION = 210;

/** The rows of a section, ready to be drawn. */
export function rowsOf(key: SectionKey, props: SectionProps): SectionRow[] {
  return key.endsWith('Students') ? studentRows(key, props) : otherRows(key, props);
}

function studentRows(key: SectionKey, props: SectionProps): SectionRow[] {
  const { preview } = props;
  switch (key) {
    case 'possibleStudents':
      return preview[key].map((row) => questionRow(studentQuestion(row), props));
    case 'newStudents':
      return rows(preview[key], LINE, (row) => <NewStudentRow row={row} {...props} />);
    case 'changedStudents':
      return preview[key].map((row) => changedRow(row.studentId, row, row.className, props));
    case 'movedStudents':
      return rows(preview[key], LINE, (row) => <MovedRow row={row} {...props} />);
    case 'returnedStudents':
      return rows(preview[key], LINE, (row) => <ReturnedRow row={row} {...props} />);
    default:
      return rows(preview.leftStudents, LINE, (row) => <LeftRow row={row} {...props} />);
  }
}

function otherRows(key: SectionKey, props: SectionProps): SectionRow[] {
  const { preview } = props;
  switch (key) {
    case 'possibleGuardians':
      return preview[key].map((row) => questionRow(guardianQuestion(row), props));
    case 'newGuardians':
      return rows(preview[key], TALL_LINE, (row) => <NewGuardianRow row={row} {...props} />);
    case 'changedGuardians':
      return preview[key].map((row) => changedRow(row.guardianId, row, null, props));
    case 'newGuardianships':
      return rows(preview[key], LINE, (row) => <LinkRow row={row} {...props} />);
    default:
      return preview[key === 'notes' ? 'notes' : 'unreadable'].map((problem, index) => ({
        key: `${index}${problem.code}`,
        height: TALL_LINE,
        draw: () => <ProblemRow problem={problem} />,
      }));
  }
}

function rows<Row extends { ref: string }>(
  all: readonly Row[],
  height: number,
  draw: (row: Row) => SectionRow['draw'] extends () => infer Node ? Node : never,
): SectionRow[] {
  return all.map((row) => ({ key: row.ref, height, draw: () => draw(row) }));
}

function changedRow(
  key: string,
  row: Section<'changedStudents'> | Section<'changedGuardians'>,
  className: string | null,
  props: SectionProps,
): SectionRow {
  return {
    key,
    height: LINE + 30 * row.changes.length,
    draw: () => <ChangedRow person={row} className={className} changes={row.changes} {...props} />,
  };
}

function questionRow(question: ReturnType<typeof studentQuestion>, props: SectionProps): SectionRow {
  return {
    key: question.ref,
    height: QUESTION,
    draw: () => <QuestionRow question={question} {...props} />,
  };
}
