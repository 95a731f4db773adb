import { describe, expect, it, test } from 'vitest';
import { child, found, indexOf } from './office.ts';

describe('a name is found however it is spelled', () => {
  test.each([
    ['Müller', ['müller', 'Mueller', 'muller', 'MÜLLER', 'mül', 'muel', 'mu\u0308ller']],
    ['Mueller', ['müller', 'mueller', 'muller']],
    ['Muller', ['müller', 'mueller', 'muller']],
    ['Böhm', ['böhm', 'boehm', 'bohm']],
    ['Jäger', ['jäger', 'jaeger', 'jager']],
    ['Bräuhäuser', ['bräuhäuser', 'braeuhaeuser', 'brauhauser', 'braeuhauser', 'brauhaeuser']],
    ['Weiß', ['weiß', 'weiss', 'WEISS', 'wei']],
    ['Strauss', ['strauß', 'strauss']],
    ['Yıldız', ['yıldız', 'yildiz', 'YILDIZ', 'Yıldiz']],
    ['İpek', ['ipek', 'İPEK', 'Ipek', 'ıpek']],
    ['Şahinoğlu', ['sahinoglu', 'Şahinoğlu', 'şahin']],
    ['Çelik', ['celik', 'çelik']],
    ['Łukasiński', ['lukasinski', 'łukasiński', 'ŁUK']],
    ['Wójcik', ['wojcik']],
    ['Żak', ['zak', 'żak']],
    ['Świąder', ['swiader']],
    ['Sørensen', ['sorensen', 'soerensen', 'sørensen']],
    ['Đorđević', ['dordevic', 'djordjevic', 'đorđević', 'Đorđe']],
    ['Åkerstrøm', ['akerstrom', 'aakerstroem', 'åker']],
    ['Čović', ['covic', 'čović']],
    ['Renée', ['renee', 'renée', 'rene']],
    ['Nguyễn', ['nguyen', 'nguyễn']],
    ['Əliyev', ['aliyev', 'eliyev']],
    ['Þórsdóttir', ['thorsdottir']],
    ['Michael', ['michael', 'micha', 'michae']],
    ['Manuel', ['manuel', 'manue']],
    ["O'Brien", ["o'brien", 'obrien', 'o’brien', 'o brien', 'brien']],
    ['OBrien', ["o'brien"]],
    ["Luk'yanenko", ['lukyanenko', "luk'yan", 'lukʼyanenko', 'yanenko']],
    ['Иваненко', ['иваненко', 'ИВАН', 'ivanenko', 'ivan']],
    ['Ivanenko', ['иваненко']],
    ['Παπαδόπουλος', ['παπαδόπουλος', 'παπαδοπουλοσ', 'papadopoulos']],
    ['أحمد', ['أحمد', 'احمد']],
    ['王小明', ['王小', '王小明']],
  ])('%s', (name, queries) => {
    const index = indexOf(child(`Kim ${name}`, { id: 'wanted' }), 'Other Someone');
    for (const query of queries) expect([query, found(index, query)[0]]).toEqual([query, 'wanted']);
  });

  it('whether the roster came composed or decomposed', () => {
    const index = indexOf(
      child('Zoe Mu\u0308hlmann', { id: 'decomposed' }),
      child('Zoe Mühlmann', { id: 'composed' }),
    );
    for (const query of ['mühl', 'mu\u0308hl', 'muehl', 'muhl'])
      expect(found(index, query).sort()).toEqual(['composed', 'decomposed']);
  });

  it('but those that are spelled as typed come first: "mü" is Müller before Mustafa', () => {
    const index = indexOf('Ali Mustafa', 'Eva Müller', 'Jan Mueller');
    expect(found(index, 'mü')).toEqual(['Jan Mueller', 'Eva Müller', 'Ali Mustafa']);
    expect(found(index, 'mu')).toEqual(['Jan Mueller', 'Eva Müller', 'Ali Mustafa']);
    expect(found(index, 'joe').length).toBe(0);
  });

  it('"Joe" is Joel before Johanna', () => {
    expect(found(indexOf('Johanna Adler', 'Joel Zander'), 'joe')).toEqual(['Joel Zander', 'Johanna Adler']);
  });
});

describe('a name of several parts is found by each', () => {
  const double = child('', { id: 'wanted', givenName: 'Anna-Lena Sophie', familyName: 'Müller-Schmidt' });
  const index = indexOf(double, 'Bert Meier 2a');

  test.each(['müller-schmidt', 'müller schmidt', 'schmidt', 'schmidt müller', 'müllerschmidt', 'muellersch'])(
    '%s',
    (query) => {
      expect(found(index, query)).toEqual(['wanted']);
    },
  );

  test.each([
    'anna lena',
    'anna-lena',
    'annalena',
    'lena',
    'sophie',
    'lena schm',
    'annalena müller',
    'sophie anna',
  ])('%s', (query) => {
    expect(found(index, query)).toEqual(['wanted']);
  });

  it('also when the roster has it in one word and the office types two', () => {
    const joined = indexOf('Annalena Elsayed 1a', 'Lena Anders');
    expect(found(joined, 'anna lena')[0]).toBe('Annalena Elsayed 1a');
    expect(found(joined, 'el sayed')[0]).toBe('Annalena Elsayed 1a');
    expect(found(joined, 'annalena el-sayed')[0]).toBe('Annalena Elsayed 1a');
  });

  it('with particles in front', () => {
    const noble = indexOf(
      child('', { id: 'wanted', givenName: 'Ida', familyName: 'von der Heide' }),
      'Ida Heider',
    );
    for (const query of ['von der heide', 'vonder', 'heide ida', 'von heide'])
      expect(found(noble, query)[0]).toBe('wanted');
  });
});
