import { describe, expect, it } from 'vitest';
import { ImportFailure } from '../../../src-main/core/roster/run-import.ts';
import { importDesk } from '../../support/roster-files/import-desk.ts';
import { child, school } from '../../support/roster-files/small-school.ts';
import { writeTable, writeText } from '../../support/roster-files/write-table.ts';

const students = writeTable(
  [
    ['Import-ID', 'Vorname', 'Nachname', 'Klasse', 'Geburtsdatum'],
    ['1', 'Anna', 'Koch', '4b', '1.2.18'],
    ['2', 'Jürgen', 'Müller', '1a', '30.2.20'],
    ['', 'Mia', 'Meyer', '3b', ''],
  ],
  { encoding: 'windows-1252', separator: ',' },
);
const parents = writeTable([
  ['Kind-ID', 'Vorname', 'Nachname', 'Telefon'],
  ['1', 'Petra', 'Koch', '0171 1234567'],
  ['9', 'Jan', 'Brandt', ''],
]);
const files = {
  'schueler.csv': students,
  'eltern.csv': parents,
  pw: Buffer.from('geheim wort\nzweite Zeile'),
};
const current = () =>
  school([
    child('Anna Koch', { importKey: '1', birthDate: '2018-02-01' }),
    child('Mia Meier'),
    child('Tim Adler'),
  ]);
const connected = [
  '--server',
  'https://schule.example:8443',
  '--user',
  'sekretariat',
  '--password-file',
  'pw',
];

describe('npm run import', () => {
  it('without a server reads the files and says what it found', async () => {
    const { status, out, err } = await importDesk(files, current()).run('schueler.csv', 'eltern.csv');
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain(
      'schueler.csv: IServ-Schülerliste, Windows-1252, Trennzeichen Komma, gelesene Zeilen: 3',
    );
    expect(out).toContain('Zeile 3: Den Tag „30.2.20“ in „Geburtsdatum“ gibt es nicht.');
    expect(out).toContain('eltern.csv: IServ-Elternliste');
  });

  it('with a server shows what would change, and changes nothing', async () => {
    const desk = importDesk(files, current());
    const { status, out } = await desk.run('schueler.csv', 'eltern.csv', ...connected);
    expect(status).toBe(0);
    expect(desk.signIns).toEqual([{ user: 'sekretariat', password: 'geheim wort' }]);
    for (const line of [
      'Neue Klassen (2)',
      'Neue Kinder (1)',
      'Müller, Jürgen, 1a (Zeile 3)',
      'Andere Klasse (1)',
      'Koch, Anna: 3b → 4b',
      'Vielleicht dasselbe Kind (1)',
      'Meyer, Mia, 3b (Zeile 4) ~ Meier, Mia, 3b: anders geschrieben',
      'Nicht in der Datei (1) – es wird niemand abgemeldet',
      'Adler, Tim, 3b',
      'Neue Erziehungsberechtigte (1)',
      'Anna Koch – Petra Koch',
      'Zeile 3: Ein Kind mit der Kennung 9 gibt es weder an der Schule noch in den Dateien.',
      'Es wurde nichts geändert.',
    ]) {
      expect(out).toContain(line);
    }
    expect(desk.school()).toEqual(current());
    expect(desk.closed()).toBe(1);
  });

  it('with --apply does what is suggested, once', async () => {
    const desk = importDesk(files, current());
    const first = await desk.run('schueler.csv', 'eltern.csv', ...connected, '--apply');
    expect(first.out).toContain('Übernommen: 6 Schritte.');
    expect(
      desk.school().students.map(({ givenName, className, leftOn }) => [givenName, className, leftOn]),
    ).toEqual([
      ['Anna', '4b', null],
      ['Mia', '3b', null],
      ['Tim', '3b', null],
      ['Jürgen', '1a', null],
    ]);
    const before = desk.school();
    const second = await desk.run('schueler.csv', 'eltern.csv', ...connected, '--apply');
    expect(second.out).toContain('Übernommen: 0 Schritte.');
    expect(desk.school()).toEqual(before);
  });

  it('says so when there is nothing to do', async () => {
    const own = writeText('Vorname;Nachname;Klasse\nAnna;Koch;3b\n');
    const { out } = await importDesk({ ...files, 'own.csv': own }, school([child('Anna Koch')])).run(
      'own.csv',
      ...connected,
    );
    expect(out).toContain('Nichts zu tun');
  });

  it('with --json prints one line', async () => {
    const { out } = await importDesk(files, current()).run('schueler.csv', ...connected, '--json', '--apply');
    expect(out.split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      preview: { newStudents: [{ givenName: 'Jürgen' }] },
      applied: { steps: 4 },
    });
    const read = await importDesk(files, current()).run('schueler.csv', '--json');
    expect(JSON.parse(read.out)).toMatchObject({
      files: [{ encoding: 'windows-1252' }],
      preview: null,
      applied: null,
    });
  });

  it('takes encoding and separator by hand', async () => {
    const { out } = await importDesk(files, current()).run(
      'schueler.csv',
      '--encoding',
      'cp850',
      '--separator',
      'comma',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({ files: [{ encoding: 'cp850', separator: ',' }] });
  });

  it('shortens long lists', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [`${index}`, `Kind${index}`, 'Koch', '3b']);
    const many = writeTable([['Import-ID', 'Vorname', 'Nachname', 'Klasse'], ...rows]);
    const { out } = await importDesk({ ...files, 'many.csv': many }, school([])).run(
      'many.csv',
      ...connected,
    );
    expect(out).toContain('Neue Kinder (60)');
    expect(out).toContain('… und 20 weitere');
  });

  it('asks for the password where there is a terminal', async () => {
    const desk = importDesk(files, current(), { askPassword: async (prompt) => `typed at ${prompt}` });
    await desk.run('schueler.csv', '--server', 'https://schule.example', '--user', 'sekretariat');
    expect(desk.signIns[0]?.password).toBe('typed at Passwort für sekretariat: ');
  });
});

describe('long work', () => {
  const rows = Array.from({ length: 1200 }, (_, index) => [`${index}`, `Kind${index}`, 'Koch', '3b']);
  const many = {
    ...files,
    'many.csv': writeTable([['Import-ID', 'Vorname', 'Nachname', 'Klasse'], ...rows]),
  };

  it('tells with a count how far it is, and leaves nothing of that behind', async () => {
    const desk = importDesk(many, school([]));
    const { status, out } = await desk.run('many.csv', ...connected, '--apply');
    expect(status).toBe(0);
    for (const line of [
      'many.csv: 200 von 1202 Zeilen gelesen',
      'Die Schule wird geladen …',
      '200 von 1200 Zeilen verglichen',
      '0 von 1201 Schritten übernommen',
      '400 von 1201 Schritten übernommen',
      '1201 von 1201 Schritten übernommen',
    ]) {
      expect(desk.progress).toContain(line);
    }
    expect(desk.progress.at(-1)).toBe('');
    expect(out).not.toContain('Schritten');
  });

  it('broken off while it reads changes nothing and says so', async () => {
    const desk = importDesk(many, school([]), { showProgress: (line) => line && desk.interrupt() });
    const { status, err } = await desk.run('many.csv', ...connected, '--apply');
    expect([status, err]).toEqual([130, 'Abgebrochen. Es wurde nichts geändert.']);
    expect(desk.school().students).toEqual([]);
  });

  it('broken off while it is applied keeps the parts that are done, says how many, and the same file brings the rest', async () => {
    const desk = importDesk(many, school([]), { onPart: async () => desk.interrupt() });
    const { status, out, err } = await desk.run('many.csv', ...connected, '--apply');
    expect(status).toBe(130);
    expect(out).toContain('Übernommen: 400 Schritte.');
    expect(err).toContain('Angehalten: 400 von 1201 Schritten sind auf dem Server und bleiben');
    expect(desk.school().students).toHaveLength(399);
    expect(desk.closed()).toBe(1);
    const rest = importDesk(many, desk.school());
    await rest.run('many.csv', ...connected, '--apply');
    expect(rest.school().students).toHaveLength(1200);
  });
});

describe('a wrong call ends with one plain sentence', () => {
  it.each([
    ['no file', [], 2, 'Es fehlt die Datei.'],
    ['an unknown option', ['a.csv', '--force'], 2, 'Den Schalter --force gibt es nicht.'],
    ['an option without its value', ['a.csv', '--server'], 2, 'Hinter --server fehlt eine Angabe.'],
    ['an unknown encoding', ['a.csv', '--encoding', 'ebcdic'], 2, 'Den Zeichensatz „ebcdic“ gibt es nicht.'],
    ['an unknown separator', ['a.csv', '--separator', '#'], 2, 'Das Trennzeichen „#“ gibt es nicht.'],
    [
      'a server that is no address',
      ['a.csv', '--server', 'schule', '--user', 'x'],
      2,
      '„schule“ ist keine Adresse.',
    ],
    ['--apply alone', ['a.csv', '--apply'], 2, 'Mit --apply muss auch --server'],
    [
      'a server without a user',
      ['a.csv', '--server', 'https://x.example'],
      2,
      'Mit --server muss auch --user',
    ],
    ['a file that is not there', ['nope.csv'], 3, 'Die Datei nope.csv gibt es nicht.'],
    ['a file that is no list', ['pw'], 3, 'In „pw“ fehlen die Spaltenüberschriften'],
    [
      'no password',
      ['schueler.csv', '--server', 'https://x.example', '--user', 'x'],
      1,
      'Es fehlt das Passwort.',
    ],
    [
      'a password file that is not there',
      ['schueler.csv', '--server', 'https://x.example', '--user', 'x', '--password-file', 'nope'],
      1,
      'Die Passwortdatei nope',
    ],
  ])('%s', async (_, argv, status, sentence) => {
    const result = await importDesk(files, current()).run(...argv);
    expect(result.status).toBe(status);
    expect(result.err).toContain(sentence);
    expect(result.err.split('\n')).toHaveLength(1);
    expect(result.out).toBe('');
  });

  it('names every option in its help', async () => {
    const { status, out } = await importDesk(files, current()).run('--help');
    expect(status).toBe(0);
    for (const option of [
      '--server',
      '--user',
      '--password-file',
      '--apply',
      '--encoding',
      '--separator',
      '--json',
      'windows-1252',
      'semicolon',
    ]) {
      expect(out).toContain(option);
    }
  });
});

describe('a server that says no', () => {
  it.each(['serverUnreachable', 'signInRefused', 'forbidden'])(
    'is told in one sentence: %s',
    async (reason) => {
      const connect = () =>
        Promise.reject(new ImportFailure(`cli.${reason}`, { server: 'https://schule.example' }));
      const { status, err } = await importDesk(files, current(), { connect }).run(
        'schueler.csv',
        ...connected,
      );
      expect(status).toBe(1);
      expect(err).not.toContain('cli.');
    },
  );

  it('in the middle still closes the connection', async () => {
    let closed = 0;
    const connect = async () => ({
      fetchCurrent: async () => current(),
      submit: () => Promise.reject(new ImportFailure('cli.importOutdated')),
      close: async () => {
        closed += 1;
      },
    });
    const { status, err } = await importDesk(files, current(), { connect }).run(
      'schueler.csv',
      ...connected,
      '--apply',
    );
    expect([status, closed]).toEqual([1, 1]);
    expect(err).toContain('Die Schule hat sich inzwischen geändert.');
  });
});
