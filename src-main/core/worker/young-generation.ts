/**
 * The largest semi-space of the core's V8, in MB. A first sync makes a hundred thousand rows that are
 * forgotten at once; left to itself V8 would let the part of its memory for such things grow by 60 MB.
 * Measured: smaller costs time for collecting, larger brings none.
 */
const SEMI_SPACE_MB = 4;

/** For a core in a thread: V8's young generation is three semi-spaces. */
export const threadLimits = { maxYoungGenerationSizeMb: 3 * SEMI_SPACE_MB } as const;

/** For a core in a process of Chromium's making, which hands V8 its flags on. */
export const processArguments: readonly string[] = [`--js-flags=--max-semi-space-size=${SEMI_SPACE_MB}`];
