/** Time as the server core sees it; injected, so that a simulation can turn it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly nowMs: () => number;
}

/** The machine's clock. */
export const systemClock: Clock = { nowMs: () => Date.now() };
