import type { GuardianRelation } from '../../src-shared/tables/students.ts';
import type { CultureKey, Sex } from './names.ts';
import type { Reachable } from './people.ts';

/** The part a child plays in the demo: in today's morning, or as an example of a kind of family. */
export type CastRole =
  | 'notReached'
  | 'illYesterday'
  | 'announcedLate'
  | 'portalMorning'
  | 'portalWithBrother'
  | 'portalSiblingA'
  | 'portalSiblingB'
  | 'illSiblingA'
  | 'illSiblingB'
  | 'callsBack'
  | 'certificateDuty'
  | 'birthdayToday'
  | 'birthdayThisWeek'
  | 'mondays'
  | 'fridays'
  | 'adult'
  | 'extra';

export interface CastChild {
  readonly role: CastRole;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: Sex;
  readonly className: string;
}

export interface CastAdult {
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: Sex;
  readonly relation: GuardianRelation;
  readonly hasCustody: 0 | 1;
  readonly livesWith: 0 | 1;
  readonly blocked: 0 | 1;
  /** Number of the household within the family. */
  readonly home: number;
  readonly reachable: Reachable;
  readonly sharesMail: boolean;
}

export interface CastFamily {
  readonly kind: string;
  readonly culture: CultureKey;
  readonly children: readonly CastChild[];
  readonly adults: readonly CastAdult[];
  readonly twins: boolean;
}

function family(kind: string, culture: CultureKey, children: CastChild[], adults: CastAdult[]): CastFamily {
  return { kind, culture, children, adults, twins: kind === 'twins' };
}

function girl(name: string, className: string, role: CastRole = 'extra'): CastChild {
  return { ...split(name), sex: 'female', className, role };
}

function boy(name: string, className: string, role: CastRole = 'extra'): CastChild {
  return { ...split(name), sex: 'male', className, role };
}

type AdultFacts = Partial<Omit<CastAdult, 'givenName' | 'familyName' | 'sex' | 'relation'>>;

function adult(name: string, sex: Sex, relation: GuardianRelation, facts: AdultFacts = {}): CastAdult {
  const usual = {
    hasCustody: 1,
    livesWith: 1,
    blocked: 0,
    home: 0,
    reachable: 'usual',
    sharesMail: false,
  } as const;
  return { ...split(name), sex, relation, ...usual, ...facts };
}

function mother(name: string, facts: AdultFacts = {}): CastAdult {
  return adult(name, 'female', 'mother', facts);
}

function father(name: string, facts: AdultFacts = {}): CastAdult {
  return adult(name, 'male', 'father', facts);
}

/** `Given names_Surname`; the underscore because both may hold blanks. */
function split(name: string): { givenName: string; familyName: string } {
  const [givenName = '', familyName = ''] = name.split('_');
  return { givenName, familyName };
}

const apart = { livesWith: 0, home: 1 } as const;

/** The children of the morning. */
const ofTheMorning: readonly CastFamily[] = [
  family(
    'bothParents',
    'polish',
    [girl('Mia-Sophie_Wiśniewska', '2b', 'notReached')],
    [mother('Agnieszka_Wiśniewska'), father('Tomasz_Wiśniewski')],
  ),
  family(
    'bothParents',
    'turkish',
    [boy('Emir_Yılmaz', '3b', 'illYesterday')],
    [mother('Zeynep_Yılmaz'), father('Mehmet_Yılmaz')],
  ),
  family(
    'bothParents',
    'german',
    [boy('Jonas_Müller-Behrens', '1a', 'announcedLate')],
    [mother('Sandra_Müller'), father('Nils_Behrens')],
  ),
  family(
    'twoHouseholds',
    'german',
    [girl('Lina_Hofmann', '4a', 'portalMorning')],
    [mother('Kerstin_Hofmann'), father('Dirk_Riepe', apart)],
  ),
  family(
    'bothParents',
    'german',
    [girl('Emma_Müller', '3b', 'portalWithBrother'), boy('Tim_Müller', '1a')],
    [mother('Sabine_Müller'), father('Jörg_Behrens')],
  ),
  family(
    'bothParents',
    'german',
    [boy('Tim_Harms', '1c', 'portalSiblingA'), boy('Ole_Harms', '3a', 'portalSiblingB')],
    [father('Hauke_Harms'), mother('Birte_Harms')],
  ),
  family(
    'bothParents',
    'turkish',
    [girl('Defne_Şahin', '1c', 'illSiblingA'), boy('Kerem_Şahin', '2c', 'illSiblingB')],
    [mother('Gülay_Şahin'), father('Uğur_Şahin')],
  ),
  family('singleParent', 'german', [girl('Jette_Kruse', '4b', 'callsBack')], [mother('Imke_Kruse')]),
  family(
    'singleParent',
    'turkish',
    [boy('Deniz_Müller-Özkan', '3a', 'certificateDuty')],
    [mother('Aylin_Özkan')],
  ),
  family(
    'bothParents',
    'german',
    [boy('Paul_Schmidt', '3c')],
    [mother('Katrin_Müller'), father('Stefan_Schmidt')],
  ),
];

/** One family of each kind that an office has to get right. */
const ofEveryKind: readonly CastFamily[] = [
  family(
    'twins',
    'turkish',
    [girl('Ayşe_Çelik', '2a'), girl('Elif_Çelik', '2a')],
    [mother('Nurcan_Çelik'), father('Serkan_Çelik')],
  ),
  family(
    'sameName',
    'german',
    [boy('Leon_Schneider', '2c')],
    [mother('Anja_Schneider'), father('Marco_Schneider')],
  ),
  family(
    'sameName',
    'german',
    [boy('Leon_Schneider', '4b')],
    [mother('Silke_Schneider'), father('Kai_Bültmann', apart)],
  ),
  family(
    'sameSurname',
    'vietnamese',
    [girl('Minh Anh_Nguyễn', '4a')],
    [mother('Thị Hương_Nguyễn'), father('Quang Dũng_Nguyễn')],
  ),
  family(
    'sameSurname',
    'vietnamese',
    [boy('Gia Bảo_Nguyễn', '4a')],
    [mother('Lan Phương_Trần'), father('Đình Phúc_Nguyễn')],
  ),
  family(
    'longName',
    'greek',
    [girl('Anastasia-Theodora Evangelia_Papakonstantinou-Hatzigeorgiou', '2c')],
    [mother('Vasiliki_Papakonstantinou'), father('Spyridon_Hatzigeorgiou')],
  ),
  family(
    'blockedGuardian',
    'romanian',
    [girl('Ștefania_Dumitrașcu', '1b')],
    [mother('Mihaela_Dumitrașcu'), father('Cătălin_Păun', { ...apart, hasCustody: 0, blocked: 1 })],
  ),
  family(
    'fosterParents',
    'german',
    [boy('Jaden_Ziegenhals', '4c')],
    [
      adult('Ruth_Lüdemann', 'female', 'fosterParent', { hasCustody: 0 }),
      adult('Dieter_Lüdemann', 'male', 'fosterParent', { hasCustody: 0 }),
      adult('Jugendamt_Lindenbach', 'female', 'institution', {
        livesWith: 0,
        home: 1,
        reachable: 'institution',
      }),
    ],
  ),
  family(
    'grandparents',
    'ghanaian',
    [girl('Abena_Owusu', '3c')],
    [
      adult('Comfort_Mensah', 'female', 'grandparent', { hasCustody: 0 }),
      adult('Ebenezer_Mensah', 'male', 'grandparent', { hasCustody: 0 }),
      mother('Vida_Owusu', apart),
    ],
  ),
  family(
    'institution',
    'german',
    [boy('Marlon_Stührenberg', '2a')],
    [
      adult('Kinderhaus_Kastanienhof', 'female', 'institution', { hasCustody: 0, reachable: 'institution' }),
      adult('Beate_Thiele', 'female', 'legalGuardian', { livesWith: 0, home: 1 }),
    ],
  ),
  family(
    'sharedMail',
    'portuguese',
    [girl('Leonor_da Conceição', '1b')],
    [mother('Lurdes_da Conceição', { sharesMail: true }), father('Hélder_Gonçalves', { sharesMail: true })],
  ),
  family(
    'noPhone',
    'arabic',
    [boy('Yahya_Al-Khatib', '4c')],
    [mother('Hanan_Al-Khatib', { reachable: 'none' }), father('Mahmoud_Al-Khatib', { reachable: 'none' })],
  ),
  family(
    'twoHouseholds',
    'persian',
    [girl('Niloufar_Hosseini', '2b', 'birthdayToday')],
    [mother('Shirin_Ahmadzadeh'), father('Behrouz_Hosseini', apart)],
  ),
  family(
    'bothParents',
    'kurdish',
    [boy('Rêber_Demirtaş', '2a', 'birthdayThisWeek')],
    [mother('Zozan_Demirtaş'), father('Hêmin_Demirtaş')],
  ),
  family('singleParent', 'german', [boy('Tjark_Wübbena', '4b', 'mondays')], [mother('Denise_Wübbena')]),
  family(
    'twoHouseholds',
    'southSlavic',
    [girl('Anđela_Đorđević', '3a', 'fridays')],
    [mother('Snežana_Đorđević'), father('Zoran_Đorđević', apart)],
  ),
  // A young adult in the school's language class is his own guardian.
  family(
    'adultStudent',
    'arabic',
    [boy('Anas_Abou Zeid', '4a', 'adult')],
    [adult('Anas_Abou Zeid', 'male', 'self')],
  ),
];

/** The families every school of the demo has, the first one under these names. All are invented. */
export const castFamilies: readonly CastFamily[] = [...ofTheMorning, ...ofEveryKind];

/** Where the demo keeps this school's own people: all others get other names in the same parts. */
export const castStaff = [
  { givenName: 'Nermin', familyName: 'Yıldız', role: 'schoolOffice' },
  { givenName: 'Claudia', familyName: 'Ostermann', role: 'schoolOffice' },
  { givenName: 'Katrin', familyName: 'Brandt', role: 'principal' },
  { givenName: 'Farid', familyName: 'Nazari', role: 'administrator' },
  { givenName: 'Jens', familyName: 'Petersen', role: 'teacher' },
] as const;

/** The class of the last person above. */
export const CAST_TEACHERS_CLASS = '3b';
