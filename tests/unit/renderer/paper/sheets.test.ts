import { describe, expect, it } from 'vitest';
import { sheetsFor } from '../../../../src-renderer/paper/sheets.ts';
import { sheetKinds } from '../../../../src-shared/paper/contract.ts';
import { wordsIn } from '../absences/words-in.ts';

describe('which sheets a person may print', () => {
  it('office and head: all of them', () => {
    expect(sheetsFor('schoolOffice')).toEqual(sheetKinds);
    expect(sheetsFor('principal')).toEqual(sheetKinds);
  });

  it('a teacher: none with reasons or phone numbers', () => {
    expect(sheetsFor('teacher')).toEqual(['staffRoomList', 'evacuation']);
  });

  it('an administrator: none, they see no child', () => {
    expect(sheetsFor('administrator')).toEqual([]);
  });

  it.each(['de', 'en'] as const)('each has a name and a hint (%s)', (language) => {
    const words = wordsIn(language, 'paper-screen');
    for (const kind of sheetKinds)
      for (const key of ['sheets', 'hints'])
        expect(words.exists(`paper-screen:${key}.${kind}`), `${key}.${kind}`).toBe(true);
  });
});
