import { expect, test } from 'vitest';
import {
  type NewYear,
  outcomeOf,
  problemOf,
  proposedForm,
  targetNames,
  type YearForm,
  yearCommand,
} from '../../../src-renderer/groups/year/year-form.ts';
import { changeYear } from '../../../src-shared/classes/year/commands.ts';
import { anId } from '../../support/builders/ids.ts';

const child = (givenName: string) => ({ studentId: anId(), givenName, familyName: 'Wulf' });
const [ben, eda, zoe] = [child('Ben'), child('Eda'), child('Zoë')];
const ending = (name: string, gradeLevel: number, next: string | null, students: (typeof ben)[]) => ({
  ...{ classId: anId(), name, gradeLevel, teachers: [], students },
  following: next === null ? ({ kind: 'leaves', name } as const) : ({ kind: 'moves', name: next } as const),
});
const [first, owls, fourth] = [
  ending('1a', 1, '2a', [ben]),
  ending('Eulen', 2, 'Eulen', [eda]),
  ending('4a', 4, null, [zoe]),
];
const year: NewYear = {
  ...{ schoolYear: '2027/28', firstDay: '2027-08-01', nextFrom: '2028-08-01', change: null },
  ...{ classes: [first, owls, fourth], alreadyThere: ['5x'], withoutClass: 0 },
};
const form = (fields: Partial<YearForm> = {}): YearForm => ({ ...proposedForm(year), ...fields });
const choosing = (classId: string, name: string, leaves = false) =>
  form({ choices: { ...form().choices, [classId]: { name, leaves } } });

test('the proposal waits for new first-years in classes named as this year’s', () => {
  expect(form()).toMatchObject({ firstDay: '2027-08-01', intake: '1a', apart: [] });
  expect(outcomeOf(year, form())).toEqual({
    classes: [
      { name: '1a', from: [], students: 0 },
      { name: '2a', from: ['1a'], students: 1 },
      { name: 'Eulen', from: ['Eulen'], students: 1 },
    ],
    ...{ before: 3, after: 2, leavers: [{ studentId: zoe.studentId, label: 'Zoë Wulf (4a)' }] },
  });
});

test('two classes with one name become one, and a child that goes another way is counted there', () => {
  const joined = { ...choosing(owls.classId, ' 2a '), apart: [{ ...zoe, label: 'Zoë', to: '1a' }] };
  expect(outcomeOf(year, joined).classes).toEqual([
    { name: '1a', from: [], students: 1 },
    { name: '2a', from: ['1a', 'Eulen'], students: 2 },
  ]);
  expect(targetNames(joined)).toEqual(['1a', '2a']);
});

test('what is missing is said with the class it is about', () => {
  expect(problemOf(year, form())).toBeNull();
  expect(problemOf(year, form({ firstDay: null }))?.reason).toBe('noDay');
  expect(problemOf(year, choosing(first.classId, ' '))).toEqual({ reason: 'noName', subject: '1a' });
  expect(problemOf(year, choosing(first.classId, '5x'))).toEqual({ reason: 'nameTaken', subject: '5x' });
  const apart = [{ studentId: ben.studentId, label: 'Ben Wulf (1a)', to: '9z' }];
  expect(problemOf(year, form({ apart }))).toEqual({ reason: 'nowhere', subject: 'Ben Wulf (1a)' });
});

test('the command says what the form says', () => {
  const apart = [{ studentId: ben.studentId, label: 'Ben', to: '1a' }];
  const command = yearCommand(year, { ...form({ apart }), firstDay: '2027-08-12' }, anId);
  expect(changeYear.args.safeParse(command).success).toBe(true);
  const named = new Map(command.classes.map(({ classId, name }) => [classId, name]));
  expect(command.moves.map(({ toClassId }) => toClassId && named.get(toClassId))).toEqual([
    '2a',
    'Eulen',
    null,
  ]);
  expect(command.apart.map(({ toClassId }) => toClassId && named.get(toClassId))).toEqual(['1a']);
  expect(command.classes.map(({ name, gradeLevel }) => [name, gradeLevel])).toEqual([
    ['1a', 1],
    ['2a', 2],
    ['Eulen', 3],
  ]);
});
