import type { SearchableGuardian, SearchableStudent } from '../../src-main/core/search/searchable-student.ts';

/** Invented people for tests of searching: the languages of a German primary school, thousands of family names. */
export type Random = () => number;

/** A small seeded generator (mulberry32): the same seed gives the same names on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const picked = list[Math.floor(random() * list.length)];
  if (picked === undefined) throw new Error('Nothing to pick from.');
  return picked;
}

interface Language {
  readonly share: number;
  readonly given: readonly string[];
  /** Family names of the form beginning + ending. */
  readonly family: readonly [beginnings: readonly string[], endings: readonly string[]];
}

const words = (list: string): readonly string[] => list.split(' ');

const languages: readonly Language[] = [
  {
    share: 46,
    given: words(
      'Emma Mia Hannah Emilia Lina Marie Leni Ella Clara Lea Anna Frieda Mathilda Greta Zoë Sophie Charlotte Jana Käthe Änne Noah Ben Paul Jonas Elias Leon Finn Theo Felix Lukas Emil Anton Jakob Max Oskar Jörg Sören Björn Michael Joel Manuel Rafael Mats Til Anna-Lena Karl-Heinz Jan-Ole Lisa-Marie',
    ),
    family: [
      words(
        'Ober Unter Nieder Alt Neu Groß Klein Stein Wald Berg Brück Mühl Schön Grün Roth Weiß Sand Linden Eich Birn Hasel Kirch König Gräf Bär Löw Fürst Brand Eber Hühner Sül Öd Kräh Röhr Stöhr Wüst Düster Flöt Köst Rös Hage Thie Wester Oster Nord Süder Lange Kurz Acker Busch Dorn Ger Wolf',
      ),
      words(
        'berg mann huber meier müller hofer bauer brunner schmidt acker feld stätter dörfer häuser bäcker böck bühler gärtner jäger kämper löffler mayr nagel öhler pichler rieder sänger töpfer wächter zöllner thaler egger lechner moser haupt strasser straß hus sen ing kamp loh',
      ),
    ],
  },
  {
    share: 13,
    given: words(
      'Elif Zeynep Yağmur Ayşe Defne Ecrin Çağla Gülşen İpek Işıl Emir Yusuf Ömer Mert Çınar Özgür Uğur Barış Kağan Ilgaz',
    ),
    family: [
      words(
        'Yıl Öz Demir Kara Ak Gün Çelik Şahin Arslan Doğ Koç Kılıç Aydın Taş Er Bozkurt Toprak Kaya Güneş Çakır Yaz Uç Ateş Bal Çetin Dur Erdem Gök Has İnce Kork Mut Nal Ok Polat Sarı Tan Uysal Var Yur Zor',
      ),
      words('dız türk kan oğlu lı bay soy ay can demir er tekin gül daş maz sever alp ışık'),
    ],
  },
  {
    share: 10,
    given: words(
      'Fatima Amira Layla Nour Yasmin Salma Hiba Omar Ali Ahmad Yousef Karim Bilal Hamza Ibrahim Samir',
    ),
    family: [
      words('Al- El- Al El Ben Abu Abd Bou Had'),
      words(
        'Masri Sayed Hassan Khatib Haddad Najjar Amari Youssef Mansour Rashid Saleh Tamimi Zein Qasim Halabi Darwish Jaber Attar Bakri Daoud Farouk Ghanem Hariri Idris Jundi Kurdi Mahmoud Naser Omari Qadiri Rifai Shami Tawil Umari Wakil Yasin Zubaidi Ahmar Basri Dabbagh Fayez Hamdan Issa Karam Labib Mulki Nabulsi Sabbagh Turki',
      ),
    ],
  },
  {
    share: 9,
    given: words(
      'Zofia Łucja Małgorzata Oliwia Wójciech Paweł Michał Kacper Szymon Agnieszka Żaneta Bartłomiej Świętosława',
    ),
    family: [
      words(
        'Kowal Wiśniew Wójcik Kamiń Lewandow Zieliń Szymań Dąbrow Kozłow Jankow Łukas Mazur Krawczyk Piotrow Grabow Pawłow Michal Adam Bąk Cieśl Dud Filip Gołąb Górn Jabłoń Kaczmar Kubi Leśn Maciej Malin Nowak Olsz Pietrz Rutkow Sikor Stępień Tomasz Urbań Walcz Zając Żurow',
      ),
      words('ski czyk ewicz ak owicz ek iński ów'),
    ],
  },
  {
    share: 8,
    given: words("Anastasia Daria Sofiia Mar'yana Oleksandr Maksym Nazar Ivan Dmitri Sergej Polina Artjom"),
    family: [
      words(
        "Shev Boy Koval Bondar Petr Ivan Sidor Kuzn Pavl Lysenk Tkach Moroz Luk'yan Hryhor Zaits Mel'nyk Dobrov Fedor Gavr Honchar Klym Kravt Marchen Nazar Oliyn Panas Romaniv Sav Shapov Stepan Tymosh Vasyl Yurch Zhuk",
      ),
      words('chenko enko ov ova uk tschuk evych yshyn ets'),
    ],
  },
  {
    share: 7,
    given: words('Luka Nikola Đorđe Živa Ana Petra Čedomir Šejla Ilir Arben Besnik Dragan Željka Miloš'),
    family: [
      words(
        'Đor Petro Jovan Stojan Nikol Kova Mar Babi Hodž Krasni Šari Ćir Živ Novak Đuri Bož Dragi Filip Grgi Hasan Ibrah Jur Luk Mat Milan Pavl Rad Simi Tomi Vuk Zor',
      ),
      words('đević vić ović ić ković čić qi aj ilović'),
    ],
  },
  {
    share: 5,
    given: words("Giulia Matteo João Inês Lucía José Núria François Chloé Alessandro D'Andre Renée"),
    family: [
      words("D'An Di Dell' Della De Da Gon Rodrí Fernán Mar Sil Le Du Saint- O' Mac"),
      words('gelo costa zález guez dez tínez veira roux pont rossi acqua brien connor nunes'),
    ],
  },
  {
    share: 1,
    given: words('Людмила Иван Сергей Юлія Ярослав Софія'),
    family: [words('Волк Иван Петр Коваль Бонд'), words('ов ова енко чук')],
  },
  {
    share: 2,
    given: words('Minh Linh Thảo Anh Đức Phương Wei Jing Søren Åse Ørjan Nikólaos Ελένη Γιώργος'),
    family: [
      words('Nguyễn Trần Đặng Phạm Løk Åker Øster Papa Pappa Παπα'),
      words(' Văn  Thị gaard strøm dópoulos georgiou δόπουλος'),
    ],
  },
];

function language(random: Random): Language {
  let left = random() * languages.reduce((sum, { share }) => sum + share, 0);
  for (const candidate of languages) {
    left -= candidate.share;
    if (left < 0) return candidate;
  }
  return pick(random, languages);
}

function familyName(random: Random, { family: [beginnings, endings] }: Language): string {
  const ending = pick(random, endings);
  const name = `${pick(random, beginnings)}${/^\p{Lu}/u.test(ending) ? ' ' : ''}${ending}`;
  const spaced = name
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=[-']) /g, '')
    .trim();
  return spaced.replace(/(?<=[-\s]|\b(?:D|O|Dell)')\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A class of the usual kind; above 2,000 children the letters go on, as in a municipality. */
function className(random: Random): string {
  return `${1 + Math.floor(random() * 4)}${pick(random, ['a', 'b', 'c'])}`;
}

function inventGuardian(random: Random, id: string, surname: string, from: Language): SearchableGuardian {
  const digits = String(10_000_000 + Math.floor(random() * 89_999_999));
  const phones = [pick(random, ['0171 ', '+49 152 ', '05131/', '(0511) ']) + digits];
  if (random() < 0.3) phones.push(`0049 5131 ${digits.slice(2)}`);
  return {
    id,
    givenName: pick(random, from.given),
    familyName: random() < 0.7 ? surname : familyName(random, language(random)),
    phones,
  };
}

/** @param count children, each with one to two guardians, in the order they were invented */
export function inventStudents(count: number, seed = 7): SearchableStudent[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const from = language(random);
    const first = familyName(random, from);
    const surname = random() < 0.06 ? `${first}-${familyName(random, language(random))}` : first;
    const guardians = Array.from({ length: random() < 0.75 ? 2 : 1 }, (_unused, which) =>
      inventGuardian(random, `g${at}-${which}`, surname, from),
    );
    return {
      id: `s${at}`,
      givenName:
        random() < 0.1 ? `${pick(random, from.given)} ${pick(random, from.given)}` : pick(random, from.given),
      familyName: surname,
      className: className(random),
      birthDate: `201${5 + Math.floor(random() * 5)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      guardians,
    };
  });
}
