import { describe, expect, it } from 'vitest';
import { readRows } from '../../support/roster-files/read-rows.ts';

describe('IServ students', () => {
  it.each([
    [['Import-ID', 'Vorname', 'Nachname', 'Klasse']],
    [['IMPORT ID', 'VORNAME', 'NACHNAME', 'KLASSE']],
    [['import_id', 'Vornamen', 'Familienname', 'Klassenname']],
    [['Schüler-ID', 'Rufname', 'Name', 'Klasse/Information']],
    [['ImportID', 'Vorname', 'Nachname', 'Klasse/Zusätzliche Informationen']],
    [['Import-ID', 'Vornahme', 'Nachnahme', 'Klase']],
    [['\uFEFFImport-ID', ' Vorname ', 'Nachname:', 'Klasse*']],
  ])('are known by %j', (heading) => {
    const read = readRows([heading, ['17', 'Anna', 'Koch', '3b']]);
    expect(read).toMatchObject({ format: 'iservStudents', covers: 'students' });
    expect(read.students[0]).toEqual({
      line: 2,
      importKey: '17',
      givenName: 'Anna',
      familyName: 'Koch',
      className: '3b',
      birthDate: null,
    });
  });

  it('tell which heading was guessed', () => {
    const read = readRows([
      ['Import-ID', 'Vornahme', 'Nachname', 'Klasse'],
      ['1', 'Anna', 'Koch', '3b'],
    ]);
    expect(read.notes).toContainEqual(
      expect.objectContaining({ code: 'headerGuessed', column: 'Vornahme', params: { meant: 'vorname' } }),
    );
  });

  it('use the first of two columns that say the same, and tell', () => {
    const read = readRows([
      ['Klasse', 'Vorname', 'Nachname', 'Klasse'],
      ['3b', 'Anna', 'Koch', '4c'],
    ]);
    expect(read.students[0]?.className).toBe('3b');
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'headerTwice', column: 'Klasse' }));
  });

  it('prefer the name a child is called by', () => {
    const read = readRows([
      ['Vorname', 'Rufname', 'Nachname', 'Klasse'],
      ['Anna Sophie', 'Sophie', 'Koch', '3b'],
      ['Ole', '', 'Adler', '3b'],
    ]);
    expect(read.students.map(({ givenName }) => givenName)).toEqual(['Sophie', 'Ole']);
  });

  it('go in without a class', () => {
    expect(
      readRows([
        ['Vorname', 'Nachname', 'Klasse'],
        ['Anna', 'Koch', ''],
      ]).students[0]?.className,
    ).toBeNull();
  });

  it('go in when an unimportant cell is missing at the end of the line', () => {
    const read = readRows([
      ['Vorname', 'Nachname', 'Klasse', 'Account'],
      ['Anna', 'Koch', '3b'],
    ]);
    expect(read.students).toHaveLength(1);
  });
});

describe('the free list of DaNiS', () => {
  const heading = ['SchuelerIdentNummer', 'SchuelerRufname', 'SchuelerNachname', 'GruppeBezeichung'];

  it('is known with its own spelling and with the right one', () => {
    for (const group of ['GruppeBezeichung', 'GruppeBezeichnung']) {
      const read = readRows([
        [...heading.slice(0, 3), group],
        ['4711', 'Anna', 'Koch', '3b'],
      ]);
      expect(read).toMatchObject({
        format: 'danisFreeList',
        students: [{ importKey: '4711', className: '3b' }],
      });
    }
  });

  it('reads a birth date among further columns, and names those it leaves unread', () => {
    const read = readRows([
      [...heading, 'SchuelerKonfession', 'SchuelerGeburtsdatum', 'SchuelerKrankenkasse'],
      ['1', 'Anna', 'Koch', '3b', 'rk', '1.2.18', 'AOK'],
    ]);
    expect(read.students[0]?.birthDate).toBe('2018-02-01');
    expect(read.notes).toEqual([
      expect.objectContaining({
        code: 'columnsIgnored',
        params: { count: 2, columns: 'SchuelerKonfession, SchuelerKrankenkasse' },
      }),
    ]);
    expect(JSON.stringify(read)).not.toContain('AOK');
  });

  it('lists a wrong birth date and takes the child without it', () => {
    const read = readRows([
      [...heading, 'SchuelerGeburtsdatum'],
      ['1', 'Anna', 'Koch', '3b', '29.02.2019'],
    ]);
    expect(read.students[0]).toMatchObject({ givenName: 'Anna', birthDate: null });
    expect(read.unreadable).toEqual([
      expect.objectContaining({
        code: 'dateNotOnCalendar',
        line: 2,
        column: 'SchuelerGeburtsdatum',
        value: '29.02.2019',
      }),
    ]);
  });
});

describe('IServ parents', () => {
  it.each([
    [['Kind-ID', 'Vorname', 'Nachname']],
    [['KindID', 'vorname', 'nachname']],
    [['Import-ID Kind', 'Vorname', 'Familienname']],
    [['Kind', 'Eltern-Vorname', 'Eltern-Nachname']],
  ])('are known by %j', (heading) => {
    const read = readRows([heading, ['17', 'Petra', 'Koch']]);
    expect(read).toMatchObject({
      format: 'iservParents',
      covers: 'guardians',
      guardians: [{ studentKey: '17', givenName: 'Petra' }],
    });
  });

  it('take the child’s key and not another Import-ID', () => {
    const read = readRows([
      ['Import-ID', 'Kind-ID', 'Vorname', 'Nachname'],
      ['e9', '17', 'Petra', 'Koch'],
    ]);
    expect(read.guardians[0]?.studentKey).toBe('17');
  });

  it('take a home or an office by its one name, and nobody else', () => {
    const read = readRows([
      ['Kind-ID', 'Vorname', 'Nachname', 'Verhältnis'],
      ['17', '', 'Kinderhaus am Ring', 'Einrichtung'],
      ['17', '', 'Koch', 'Mutter'],
    ]);
    expect(read.guardians).toMatchObject([
      { givenName: '', familyName: 'Kinderhaus am Ring', relation: 'institution' },
    ]);
    expect(read.unreadable).toMatchObject([{ code: 'nameMissing', line: 3, column: 'Vorname' }]);
  });

  it('read address, phones, mails and relation', () => {
    const heading = [
      'Kind-ID',
      'Vorname',
      'Nachname',
      'Erzieherart',
      'Straße',
      'Hausnummer',
      'PLZ',
      'Ort',
      'Telefon',
      'Handy',
      'E-Mail',
    ];
    const read = readRows([
      heading,
      [
        '17',
        'Petra',
        'Koch',
        'Mutter',
        'Am Ring',
        '12a',
        '27777',
        'Ganderkesee',
        '04222/1234',
        '1711234567',
        'Petra.Koch@Example.ORG',
      ],
    ]);
    expect(read.guardians[0]).toEqual({
      line: 2,
      studentKey: '17',
      child: null,
      givenName: 'Petra',
      familyName: 'Koch',
      relation: 'mother',
      street: 'Am Ring 12a',
      postalCode: '27777',
      city: 'Ganderkesee',
      phones: [
        { label: null, value: '04222/1234' },
        { label: 'Handy', value: '01711234567' },
      ],
      emails: ['Petra.Koch@example.org'],
    });
    expect(read.notes).toEqual([
      expect.objectContaining({ code: 'phoneZeroAdded', column: 'Handy', value: '1711234567' }),
    ]);
  });

  it.each([
    ['no child', ['', 'Petra', 'Koch', '', ''], 'studentKeyMissing', 0],
    ['no name', ['17', 'Petra', '', '', ''], 'nameMissing', 0],
    ['a bad phone', ['17', 'Petra', 'Koch', 'privat', ''], 'phoneNotUnderstood', 1],
    ['a phone that Excel has rounded', ['17', 'Petra', 'Koch', '1,71E+09', ''], 'phoneDestroyed', 1],
    ['a bad mail', ['17', 'Petra', 'Koch', '', 'petra.koch(at)example.org'], 'emailInvalid', 1],
  ])('list %s', (_, row, code, guardians) => {
    const read = readRows([['Kind-ID', 'Vorname', 'Nachname', 'Telefon', 'E-Mail'], row]);
    expect(read.unreadable).toEqual([expect.objectContaining({ code, line: 2 })]);
    expect(read.guardians).toHaveLength(guardians);
  });
});
