import type { FailureKind } from '../../../src-shared/contract/message.ts';

/**
 * A request that can't be carried out, for a reason a person can be told. `reason` is a code with a sentence
 * in the locale files; `details` are values for that sentence: never a child's name, never health data.
 */
export class OperationFailure extends Error {
  readonly kind: FailureKind;
  readonly reason: string;
  readonly details: Readonly<Record<string, string | number>> | undefined;
  constructor(kind: FailureKind, reason: string, details?: Readonly<Record<string, string | number>>) {
    super(`${kind}: ${reason}`);
    this.name = 'OperationFailure';
    this.kind = kind;
    this.reason = reason;
    this.details = details;
  }
}
