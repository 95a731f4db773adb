import { describe, expect, it } from 'vitest';
import { readLists, refusals } from '../../support/roster-files/open-lists.ts';
import { writeZip } from '../../support/roster-files/write-zip.ts';

const contact = (value: string) =>
  `<kommunikation><typ>1</typ><nummer_adresse>${value}</nummer_adresse></kommunikation>`;

const address = (whose: string, person: string, more = '') => `
<schueleranschrift><anschrift_wessen>${whose}</anschrift_wessen>${more}
<anschrift><strasse>Am Ring</strasse><nummer>12a</nummer><postleitzahl>80331</postleitzahl>
<ortsbezeichnung>München</ortsbezeichnung></anschrift>
<person>${person}</person>
<kommunikationsdaten>${contact('089 123456')}${contact('ina@example.org')}</kommunikationsdaten></schueleranschrift>`;

const ina = '<familienname>Koch &amp; Söhne</familienname><vornamen>Ina</vornamen><anrede>2</anrede>';

const child = (addresses: string, more = '') => `
<schuelerin><lokales_differenzierungsmerkmal>8a3</lokales_differenzierungsmerkmal>
<familienname>Weiden</familienname><namensbestandteil_vorangestellt>von der</namensbestandteil_vorangestellt>
<vornamen>Mia Luise</vornamen><rufname>Mia</rufname><geburtsdatum>01.02.2018</geburtsdatum>
<religionszugehoerigkeit>RK</religionszugehoerigkeit>${more}
<schueleranschriften>${addresses}</schueleranschriften></schuelerin>`;

const asv = (children: string) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<asv_export xmlns="http://www.asv.bayern.de/import"><schulen><schule><klassen>
<klasse><xml_id>1</xml_id><klassenname>03b</klassenname><klassengruppen><klassengruppe><schuelerliste>${children}
</schuelerliste></klassengruppe></klassengruppen></klasse></klassen></schule></schulen></asv_export>`);

describe('the XML export of ASV', () => {
  it('gives children with key, called name, class and birth date, and those who have custody', async () => {
    const [read] = await readLists(asv(child(address('1', ina))), 'asv.xml');
    expect(read).toMatchObject({
      format: 'asvXml',
      covers: 'both',
      encoding: 'utf-8',
      unreadable: [],
      notes: [],
    });
    expect(read?.students).toEqual([
      {
        line: 4,
        importKey: '8a3',
        givenName: 'Mia',
        familyName: 'von der Weiden',
        className: '03b',
        birthDate: '2018-02-01',
      },
    ]);
    expect(read?.guardians).toMatchObject([
      {
        givenName: 'Ina',
        familyName: 'Koch & Söhne',
        studentKey: '8a3',
        street: 'Am Ring 12a',
        postalCode: '80331',
        city: 'München',
        phones: [{ value: '089 123456' }],
        emails: ['ina@example.org'],
      },
    ]);
  });

  it('takes nobody for a guardian who is the child, anybody else, or a letter box', async () => {
    const addresses = [address('3', ina), address('4', ina), address('1', '<familienname/>')].join('');
    expect((await readLists(asv(child(addresses))))[0]?.guardians).toEqual([]);
  });

  it('lists who may not be told anything, and does not take them in', async () => {
    const barred = address('2', ina, '<auskunftsberechtigt>false</auskunftsberechtigt>');
    const [read] = await readLists(asv(child(barred)));
    expect(read?.guardians).toEqual([]);
    expect(read?.unreadable).toMatchObject([{ code: 'notEntitled', value: 'Ina Koch & Söhne' }]);
  });

  it('passes over children who have left, and keeps those who will', async () => {
    const left = (day: string) => child('', `<austrittsdatum>${day}</austrittsdatum>`);
    const [read] = await readLists(asv(left('31.07.2026') + left('31.07.2027')));
    expect(read?.students).toHaveLength(1);
    expect(read?.notes).toMatchObject([{ code: 'notAtSchool', params: { count: 1 } }]);
  });

  it('names the line of what is wrong in it', async () => {
    const [read] = await readLists(asv(child('').replace('01.02.2018', '31.02.2018')));
    expect(read?.unreadable).toMatchObject([{ code: 'dateNotOnCalendar', line: 4, column: 'geburtsdatum' }]);
  });

  it('is found in a zip and in UTF-16', async () => {
    expect(await refusals(writeZip([{ path: 'export.xml', content: asv(child('')) }]))).toEqual(['read']);
    expect(await refusals(Buffer.from(`\uFEFF${asv(child('')).toString()}`, 'utf16le'))).toEqual(['read']);
  });

  it.each([
    ['broken off', asv(child('')).subarray(0, 500), 'xmlDamaged'],
    ['without children', asv(''), 'xmlWithoutChildren'],
    [
      'with entities that blow up',
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE asv_export [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;&a;">]><asv_export><klasse>&b;</klasse></asv_export>`,
      ),
      'xmlDamaged',
    ],
    [
      'with elements without end',
      Buffer.from(`<?xml version="1.0"?><asv_export>${'<klasse>'.repeat(5000)}`),
      'xmlDamaged',
    ],
    ['of another program', Buffer.from('<?xml version="1.0"?><schueler/>'), 'fileIsXml'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await refusals(bytes)).toEqual([code]);
  });
});
