import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPaperRenderer } from '../../../src-main/core/paper/render.ts';
import { staffRoomCopy } from '../../../src-shared/paper/staff-room-copy.ts';
import { absentRow, evacuationList, frame, officeList, resourcesFolder } from './invented-school.ts';
import { readPdf } from './pdf-text.ts';

const renderer = createPaperRenderer({ resourcesFolder });
const options = { createdAt: '2026-11-24T07:14:00.000Z' };

/** The staff-room list with one child of this family name. */
function listOf(familyName: string) {
  return staffRoomCopy({
    ...frame,
    rows: [{ ...absentRow, familyName, givenName: 'Ida' }],
    openCases: [],
    classesNotReported: [],
  });
}

async function printed(familyName: string) {
  return readPdf(await renderer.render('staffRoomList', listOf(familyName), options));
}

describe('names on paper', () => {
  it.each([
    '#panic("x")',
    '*fett*',
    '_kursiv_',
    ']',
    '[',
    '"',
    '\\',
    '$x^2$',
    '#sys.inputs',
    '<label>',
    '@ref',
    '`raw`',
    '// kein Kommentar',
    '/* auch nicht',
    '= Titel',
    '#import "sheet.typ"',
    '~',
    '#{',
    '\\u{41}',
    '--',
    "'s-Graven",
  ])('S19 prints %j as it stands', async (name) => {
    expect((await printed(name)).all).toContain(`${name}, Ida`);
  });

  it('S19 prints any text without failing', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom('#', '*', ']', '[', '"', '\\', '$', '{', '}', '`', '@', '\0', '\n', '\u202e', 'a'),
          { maxLength: 20 },
        )
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (name) => {
        const pdf = await renderer.render('staffRoomList', listOf(name), options);
        expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Turkish', 'Yıldız İğdır Şağ Çöğür'],
    ['Polish', 'Łąkowska-Źdźbło Żółć'],
    ['Vietnamese', 'Nguyễn Thị Ánh Đặng'],
    ['Cyrillic', 'Шевченко Їжак Ђорђевић'],
    ['Greek', 'Παπαδοπούλου Ψωμιάδης'],
    ['Romanian', 'Țîrlea Ștefănescu'],
  ])('has the letters of %s in its own font', async (_language, name) => {
    const { all, fonts } = await printed(name);
    expect(all).toContain(name);
    expect(fonts).toEqual(['Inter-Regular', 'Inter-SemiBold']);
  });

  it('sets Arabic names in the fallback font', async () => {
    const { fonts } = await printed('محمد الأمين');
    expect(fonts).toEqual(['Inter-Regular', 'Inter-SemiBold', 'NotoSansArabic-Regular']);
  });

  it('embeds its own fonts only, in every sheet of the invented school', async () => {
    const office = await readPdf(await renderer.render('officeList', officeList(40), options));
    const evacuation = await readPdf(await renderer.render('evacuationList', evacuationList(20), options));
    for (const { fonts } of [office, evacuation]) expect(fonts).toEqual(['Inter-Regular', 'Inter-SemiBold']);
  });

  it('keeps a very long name whole', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren';
    const { all, pages } = await printed(name);
    expect(all.replace(/[\s\u200b]/g, '')).toContain(name);
    expect(pages).toHaveLength(1);
  });
});
