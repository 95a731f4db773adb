import { z } from 'zod';
import type { SecretStore } from '../../core/environment.ts';

/** The core may not reach the operating system's key ring itself: it asks main. */
const secretQuestion = z.strictObject({
  kind: z.enum(['seal', 'unseal']),
  id: z.number().int(),
  bytes: z.instanceof(Uint8Array),
});

export type SecretAnswer =
  | { readonly kind: 'secret'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'secretRefused'; readonly id: number };

/**
 * Answers one message of the core, if it is a question for the key ring.
 * @returns null for any other message
 */
export async function answerSecretQuestion(
  secrets: SecretStore,
  message: unknown,
): Promise<SecretAnswer | null> {
  const question = secretQuestion.safeParse(message);
  if (!question.success) return null;
  const { kind, id, bytes } = question.data;
  try {
    return { kind: 'secret', id, bytes: await secrets[kind](bytes) };
  } catch {
    return { kind: 'secretRefused', id };
  }
}
