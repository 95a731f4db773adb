import { describe, expect, it } from 'vitest';
import { createPaperRenderer } from '../../../src-main/core/paper/render.ts';
import { staffRoomCopy } from '../../../src-shared/paper/staff-room-copy.ts';
import {
  absentRow,
  CANARY,
  classNames,
  downtimeSheet,
  evacuationList,
  officeList,
  resourcesFolder,
  withCanaries,
} from './invented-school.ts';
import { readPdf } from './pdf-text.ts';

const renderer = createPaperRenderer({ resourcesFolder });
const options = { createdAt: '2026-11-24T07:14:00.000Z' };

describe('daily list, office copy', () => {
  it('holds every row, the open cases with numbers and attempts, and the time of printing', async () => {
    const list = officeList(24);
    const { all, pages, title } = await readPdf(await renderer.render('officeList', list, options));
    // A long name may end its line at a hyphen.
    const unbroken = all.replaceAll('- ', '-');
    for (const row of list.rows) expect(unbroken).toContain(`${row.familyName}, ${row.givenName}`);
    expect(all).toContain('Dienstag, 24. November 2026');
    expect(all).toContain('gedruckt 08:14');
    expect(all).toContain('0170 5551061');
    expect(all).toContain('08:15');
    expect(all).toContain('noch kein Anruf');
    expect(all).toContain('Diese Klassen haben noch nicht gemeldet: 2a · 4c');
    expect(pages.at(-1)).toContain(`Seite ${pages.length} von ${pages.length}`);
    expect(title).toBe('Tagesliste Sekretariat');
  });

  it('repeats head and heading on every page', async () => {
    const { pages } = await readPdf(await renderer.render('officeList', officeList(90), options));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(page).toContain('Tagesliste Sekretariat');
      expect(page).toContain('Entschuldigung');
      expect(page).toContain('Vertraulich');
    }
  });

  it('says so on a quiet day', async () => {
    const quiet = { ...officeList(0), openCases: [], classesNotReported: [] };
    const { all, pages } = await readPdf(await renderer.render('officeList', quiet, options));
    expect(pages).toHaveLength(1);
    expect(all).toContain('Für heute ist niemand abgemeldet.');
    expect(all).toContain('Keine ungeklärten Fälle.');
  });

  it('names the day of printing when it is another one', async () => {
    const later = { ...officeList(0), printedAt: { day: '2026-11-25', time: '07:05' } };
    const { all } = await readPdf(await renderer.render('officeList', later, options));
    expect(all).toContain('gedruckt Mi, 25.11., 07:05');
  });

  it('speaks English where the office does', async () => {
    const pdf = await renderer.render('officeList', officeList(3), { ...options, language: 'en' });
    const { all } = await readPdf(pdf);
    expect(all).toContain('Daily list, office');
    expect(all).toContain('whole day');
    expect(all).not.toMatch(/Klasse|ganzer|gedruckt/);
  });
});

describe('daily list, staff-room copy', () => {
  it('S30 P13 shows who is away and never why, nor any number', async () => {
    const copy = staffRoomCopy(withCanaries(officeList(24)));
    const { all } = await readPdf(await renderer.render('staffRoomList', copy, options));
    expect(all).toContain('Yıldız, Emre');
    expect(all).toContain('fehlt');
    expect(all).not.toContain(CANARY);
    expect(all).not.toMatch(/krank|Arzt|Attest|entschuldigt|beurlaubt|0170/);
  });

  it('S30 refuses data with a remark instead of printing or dropping it', async () => {
    const copy = staffRoomCopy(officeList(1));
    const smuggled = { ...copy, rows: copy.rows.map((row) => ({ ...row, remark: CANARY })) };
    await expect(renderer.render('staffRoomList', smuggled, options)).rejects.toThrow('Unrecognized key');
    await expect(renderer.render('staffRoomList', smuggled, options)).rejects.not.toThrow(CANARY);
  });
});

describe('evacuation list', () => {
  it('has an overview and a page for each class, thirty children included', async () => {
    const list = evacuationList(30);
    const { pages } = await readPdf(await renderer.render('evacuationList', list, options));
    expect(pages).toHaveLength(1 + classNames.length);
    list.classes.forEach((one, index) => {
      const page = pages[index + 1] ?? '';
      expect(page).toContain(one.className);
      for (const child of one.students) expect(page).toContain(child.familyName);
      expect(page).toContain('Unterschrift');
    });
  });

  it('counts the school and says which classes have not reported', async () => {
    const { pages } = await readPdf(await renderer.render('evacuationList', evacuationList(20), options));
    expect(pages[0]).toContain('Schule 214 23 3 240');
    expect(pages[0]?.match(/nicht gemeldet/g)).toHaveLength(2);
    const silent = pages.filter((page) => page.includes('Diese Klasse hat noch nicht gemeldet'));
    expect(silent).toHaveLength(2);
  });

  it('states where a child is, without a reason', async () => {
    const { all } = await readPdf(await renderer.render('evacuationList', evacuationList(20), options));
    for (const words of ['abgemeldet', 'ungeklärt', 'kommt 09:40', 'abgeholt 10:30'])
      expect(all).toContain(words);
    expect(all).not.toMatch(/krank|Arzt|entschuldigt/);
  });

  it('has a compact layout with every child on far fewer pages', async () => {
    const list = evacuationList(20, 'compact');
    const { pages, all } = await readPdf(await renderer.render('evacuationList', list, options));
    expect(pages.length).toBeLessThanOrEqual(5);
    for (const child of list.classes.flatMap((one) => one.students)) expect(all).toContain(child.givenName);
  });

  it('prints a school without children or classes', async () => {
    const none = { ...evacuationList(0), layout: 'compact' as const };
    expect((await readPdf(await renderer.render('evacuationList', none, options))).all).toContain(
      'Keine Kinder',
    );
    const { pages } = await readPdf(
      await renderer.render('evacuationList', { ...none, classes: [] }, options),
    );
    expect(pages.length).toBeGreaterThan(0);
  });
});

describe('downtime sheet', () => {
  it('has what to do, then each class on its page with guardians and numbers in contact order', async () => {
    const sheet = downtimeSheet(20);
    const { pages } = await readPdf(await renderer.render('downtimeSheet', sheet, options));
    expect(pages).toHaveLength(1 + classNames.length);
    expect(pages[0]).toContain('Weiterarbeiten mit Stift und Telefon');
    sheet.classes.forEach((one, index) => {
      const page = pages[index + 1] ?? '';
      for (const child of one.students) {
        const phones = child.contacts.flatMap((contact) => contact.phones.map((phone) => phone.number));
        const places = phones.map((phone) => page.indexOf(phone));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((left, right) => left - right));
      }
      expect(page).toContain('Vertraulich');
    });
  });

  it('names the class again where a large one needs a second page', async () => {
    const { pages } = await readPdf(await renderer.render('downtimeSheet', downtimeSheet(34), options));
    expect(pages.filter((page) => page.includes('3b · Name'))).toHaveLength(2);
    const evacuation = await readPdf(await renderer.render('evacuationList', evacuationList(45), options));
    expect(evacuation.pages.filter((page) => page.includes('3b · Name'))).toHaveLength(2);
  });

  it('says when there is nobody to call', async () => {
    const { all } = await readPdf(await renderer.render('downtimeSheet', downtimeSheet(20), options));
    expect(all).toContain('keine Rufnummer hinterlegt');
  });
});

describe('every sheet', () => {
  it('has the same bytes for the same data and instant, and others for another instant', async () => {
    const again = createPaperRenderer({ resourcesFolder });
    const first = await renderer.render('downtimeSheet', downtimeSheet(3), options);
    const second = await again.render('downtimeSheet', downtimeSheet(3), options);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    const later = await renderer.render('downtimeSheet', downtimeSheet(3), {
      createdAt: '2026-11-24T08:00:00.000Z',
    });
    expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false);
  });

  it('says which file is missing when resources are gone, and works once they are there', async () => {
    const lost = createPaperRenderer({ resourcesFolder: '/nowhere/resources' });
    await expect(lost.render('officeList', officeList(1), options)).rejects.toThrow('ENOENT');
  });

  it('says which field is wrong without repeating what stands in it', async () => {
    const wrong = { ...officeList(0), rows: [{ ...absentRow, untilDay: CANARY }] };
    await expect(renderer.render('officeList', wrong, options)).rejects.toThrow('untilDay');
    await expect(renderer.render('officeList', wrong, options)).rejects.not.toThrow(CANARY);
  });
});
