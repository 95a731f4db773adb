/**
 * How well one typed word fits, by field (family name, given name, guardian, class in words); 0 is best.
 * The order in which hits are listed follows from this table.
 */
export const levels = {
  exact: [0, 0, 3, 3],
  beginning: [1, 2, 3, 3],
  looser: [4, 4, 5, 5],
  slip: [6, 6, 8, 8],
  slipInBeginning: [7, 7, 8, 8],
  /** Two typed words that only one word of the name fits. */
  sameWord: 9,
} as const;

export type Levels = readonly [family: number, given: number, guardian: number, className: number];

export const classLevel = 0;
export const phoneLevel = 3;
/** Hits worse than this level are found by guessing and don't count as good. */
export const worstGoodLevel = 3;
/** All levels fit into four bits, with this one to spare for "doesn't fit". */
export const noLevel = 15;

const rankPerLevel = 128;

/** The worst word decides, then the sum over all words. */
export function rankOf(worstLevel: number, sumOfLevels: number): number {
  return worstLevel * rankPerLevel + sumOfLevels;
}

/** The level of the worst word in a rank. */
export function worstLevelOf(rank: number): number {
  return Math.floor(rank / rankPerLevel);
}
