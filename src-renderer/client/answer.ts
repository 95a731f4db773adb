import type { FailureKind } from '../../src-shared/contract/message.ts';

/** Why something was not done; `reason` has a sentence in the locale files (`failures`). */
export interface Failure {
  readonly kind: FailureKind;
  readonly reason: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** What asking the core comes to: a result or a failure. Never an exception. */
export type Answer<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly failure: Failure };
