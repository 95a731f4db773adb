import type { TFunction } from 'i18next';

/** Why a password was not taken. */
export type Refusal = { reason: string; retryInSeconds?: number | undefined };

/** What to tell who has typed it. */
export function refusalSentence(t: TFunction<'session'>, refusal: Refusal): string {
  const minutes = Math.max(1, Math.ceil((refusal.retryInSeconds ?? 60) / 60));
  return t(`refusals.${refusal.reason}`, { count: minutes });
}
