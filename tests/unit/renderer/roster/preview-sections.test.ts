import { describe, expect, it } from 'vitest';
import { isTicked, noDecisions, withAnswer, withTicks } from '../../../../src-renderer/roster/decisions.ts';
import { summarise, summarySentence } from '../../../../src-renderer/roster/import-summary.ts';
import { sectionKeys, sectionsOf, ticksOf } from '../../../../src-renderer/roster/preview-sections.ts';
import { fieldsOf, guardianQuestion, studentQuestion } from '../../../../src-renderer/roster/question.ts';
import { problemSentence, separatorName } from '../../../../src-renderer/roster/roster-words.ts';
import { isNothingToDo } from '../../../../src-shared/roster/preview.ts';
import { rosterProblem, rosterProblemCodes } from '../../../../src-shared/roster/problems.ts';
import { rosterSeparators } from '../../../../src-shared/roster/types.ts';
import { wordsIn } from '../absences/words-in.ts';
import { mixedPreview, previewOf } from './previews.ts';

const words = wordsIn('de', 'roster-screen', 'roster', 'words');
const t = words.getFixedT('de', 'roster-screen');
const start = noDecisions('2026-11-23');

describe('the parts of a preview', () => {
  const preview = mixedPreview();
  const sections = sectionsOf(preview);

  it('are those that have something in them, with how much', () => {
    for (const { key, count } of sections) expect(count).toBe(preview[key].length);
    const counts = Object.fromEntries(sections.map(({ key, count }) => [key, count]));
    expect(counts).toMatchObject({ newStudents: 2, movedStudents: 1, newGuardians: 1 });
    expect(counts.unreadable).toBeGreaterThanOrEqual(2);
  });

  it('are none when the same file comes again', () => {
    const again = previewOf(60);
    expect(isNothingToDo(again)).toBe(true);
    expect(sectionsOf(again).filter(({ group }) => group !== 'file')).toEqual([]);
    expect(summarise(again, start).steps).toBe(0);
  });

  it('have a title, a sentence and an explanation each', () => {
    for (const key of sectionKeys)
      for (const part of [`titles.${key}`, `sections.${key}_other`, `about.${key}`])
        expect(words.exists(`roster-screen:${part}`), part).toBe(true);
  });

  it('sign nobody off unless somebody ticks it', () => {
    const left = ticksOf(preview, 'leftStudents');
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((item) => isTicked(item, start))).toEqual([]);
    expect(summarise(preview, start).counts.has('markLeft')).toBe(false);
    const ticked = withTicks(start, left, true);
    expect(summarise(preview, ticked).counts.get('markLeft')).toBe(left.length);
  });
});

describe('the sentence before an import', () => {
  const preview = mixedPreview();

  it('counts what would really be done', () => {
    const summary = summarise(preview, start);
    const sentence = summarySentence(summary, t);
    expect(sentence).toMatch(/^2 neue Kinder, 1 Klassenwechsel/);
    expect(sentence).toContain(' und ');
    expect([...summary.counts.values()].reduce((total, count) => total + count, 0)).toBe(summary.steps);
  });

  it('changes with every tick and answer', () => {
    const without = withTicks(start, preview.newStudents, false);
    expect(summarySentence(summarise(preview, without), t)).not.toContain('neue Kinder');
    const [question] = preview.possibleStudents;
    if (!question) throw new Error('the preview asks nothing');
    const asNew = withAnswer(start, question.ref, 'new');
    expect(summarise(preview, asNew).counts.get('addStudent')).toBe(3);
  });

  it('is empty when nothing would be done, and without "und" for one thing', () => {
    expect(summarySentence({ counts: new Map(), steps: 0 }, t)).toBe('');
    expect(summarySentence({ counts: new Map([['addStudent', 1]]), steps: 1 }, t)).toBe('1 neues Kind');
  });

  it('is quick for a large school', () => {
    const large = previewOf(1500, (students) => {
      for (const row of students.slice(1)) row[3] = '4a';
    });
    expect(summarise(large, start).steps).toBeGreaterThan(1000);
  });
});

describe('two people side by side', () => {
  it('shows the fields that either side knows', () => {
    const [row] = mixedPreview().possibleStudents;
    if (!row) throw new Error('the preview asks nothing');
    const question = studentQuestion(row);
    expect(fieldsOf(question)).toEqual(['name', 'className', 'birthDate', 'importKey']);
    expect(question.file.importKey).toBeNull();
    expect(question.candidates[0]?.shown.importKey).toBe(row.candidates[0]?.importKey);
    expect(question.candidates[0]?.id).toBe(row.candidates[0]?.studentId);
  });

  it('shows of a known guardian the town and nothing that would betray the other home', () => {
    const preview = previewOf(40, (_students, parents) => {
      const row = parents[5] ?? [];
      row[3] = 'Ganz woanders 9';
      row[4] = '27777';
      row[6] = '';
      row[7] = '';
    });
    for (const row of preview.possibleGuardians) {
      const question = guardianQuestion(row);
      expect(fieldsOf(question)).toContain('name');
      for (const candidate of question.candidates)
        expect(Object.keys(candidate.shown)).toEqual(['name', 'address']);
    }
  });
});

describe('sentences about files', () => {
  it.each(rosterProblemCodes)('%s leaves no gap', (code) => {
    const problem = rosterProblem(code, 'kinder.csv', {
      line: 12,
      column: 'Klasse',
      value: '3b',
      params: {
        megabytes: 60,
        limit: 40,
        columns: 'A, B',
        parts: 'Hinweise',
        missing: 'Klasse',
        found: 2,
        expected: 5,
        firstLine: 3,
        lines: '3, 4',
        count: 2,
        repaired: 'ä',
        used: 'Klasse',
        meant: 'Klasse',
        kept: 'Müller',
        left: 9,
        present: 20,
      },
    });
    const sentence = problemSentence(problem, t);
    expect(sentence).not.toMatch(/\{\{|undefined|problem\./);
    expect(sentence.length).toBeGreaterThan(20);
  });

  it('names each separator', () => {
    for (const separator of rosterSeparators) expect(separatorName(separator, t)).not.toContain('separator.');
  });
});
