import i18next from 'i18next';
import type { Failure } from './answer.ts';

/**
 * The sentence for a failure: what happened, what is safe, what to do. A reason without a sentence of its own
 * (a newer core) gets the one of its kind.
 */
export function failureSentence(failure: Failure): string {
  const values = failure.details ?? {};
  const own = `failures:reasons.${failure.reason}`;
  if (i18next.exists(own)) return i18next.t(own, values);
  return i18next.t(`failures:kinds.${failure.kind}`, values);
}
