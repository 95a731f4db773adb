/** What a core tells the host that has started it. */
export type CoreMessage =
  | { readonly kind: 'ready' }
  /** It can't start; the sentence is for a person. */
  | { readonly kind: 'failed'; readonly sentence: string }
  | SecretQuestion;

/** Asks the host to seal or unseal with the operating system's key ring. */
export interface SecretQuestion {
  readonly kind: 'seal' | 'unseal';
  readonly id: number;
  readonly bytes: Uint8Array;
}
