const order = { current: 0, future: 1, past: 2 } as const;

/** What is going on first, then what is to come, what is over last. */
export function compareWhen(
  one: { readonly when: keyof typeof order },
  other: { readonly when: keyof typeof order },
): number {
  return order[one.when] - order[other.when];
}
