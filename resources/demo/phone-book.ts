import type { Random } from './random.ts';

/**
 * Numbers the Bundesnetzagentur keeps for films and books ("Drama Numbers", Mitteilung 148/2021): nobody
 * can be reached by them. 210 mobile numbers and 5,000 in five towns; beyond that they come round again.
 */
const mobileBlocks = [
  { prefix: '0171 39200', count: 100, digits: 2 },
  { prefix: '0176 040690', count: 100, digits: 2 },
];
const singleMobiles = [
  '0152 28817386',
  '0152 28895456',
  '0152 54599371',
  '0172 9925904',
  '0172 9968532',
  '0172 9973185',
  '0172 9973186',
  '0172 9980752',
  '0174 9091317',
  '0174 9464308',
];
const landlineBlocks = [
  { prefix: '040 66969', count: 1000, digits: 3 },
  { prefix: '030 23125', count: 1000, digits: 3 },
  { prefix: '069 90009', count: 1000, digits: 3 },
  { prefix: '0221 4710', count: 1000, digits: 3 },
  { prefix: '089 99998', count: 1000, digits: 3 },
];

function numbersOf(block: { prefix: string; count: number; digits: number }): string[] {
  return Array.from(
    { length: block.count },
    (_, index) => `${block.prefix}${String(index).padStart(block.digits, '0')}`,
  );
}

const mobiles = [...singleMobiles, ...mobileBlocks.flatMap(numbersOf)];
const landlines = landlineBlocks.flatMap(numbersOf);

/** Gives out each number once per school, as long as there are any. */
export class PhoneBook {
  readonly #mobiles: string[];
  readonly #landlines: string[];
  #mobilesGiven = 0;
  #landlinesGiven = 0;

  constructor(random: Random) {
    this.#mobiles = random.shuffled(mobiles);
    this.#landlines = random.shuffled(landlines);
  }

  /** True while there are mobile numbers nobody has yet. */
  get hasMobile(): boolean {
    return this.#mobilesGiven < this.#mobiles.length;
  }

  mobile(): string {
    const number = this.#mobiles[this.#mobilesGiven % this.#mobiles.length] ?? '';
    this.#mobilesGiven += 1;
    return number;
  }

  landline(): string {
    const number = this.#landlines[this.#landlinesGiven % this.#landlines.length] ?? '';
    this.#landlinesGiven += 1;
    return number;
  }
}
