import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { NewerDatabaseError } from '../database/migrate.ts';
import { isDiskFull } from '../database/sqlite-faults.ts';
import type { ServerAnswer } from './server-contact.ts';

export type SignInResult = OperationResult<'session.signIn'>;
export type ChangeResult = OperationResult<'session.changePassword'>;
export type SignInRefused = Extract<SignInResult, { status: 'refused' }>;
type SignInRefusal = SignInRefused['reason'];

/** The answer of an operation that keeps somebody out. */
export function refusedSignIn(reason: SignInRefusal, retryInSeconds?: number): SignInRefused {
  return { status: 'refused', reason, ...(retryInSeconds === undefined ? {} : { retryInSeconds }) };
}

/** Why the server's answer keeps somebody out; undefined when it lets them in. `wrongHere`: known at this device, with another password. */
export function refusalOf(answer: ServerAnswer, wrongHere: boolean): SignInRefused | undefined {
  switch (answer.kind) {
    case 'signedIn':
      return undefined;
    case 'away':
      return refusedSignIn(wrongHere ? 'wrongPassword' : 'serverAway');
    case 'untrusted':
      return refusedSignIn(wrongHere ? 'wrongPassword' : 'untrusted');
    case 'wrong':
      return refusedSignIn('wrongPassword');
    case 'revoked':
      return refusedSignIn('deviceRevoked');
    case 'throttled':
      return refusedSignIn('throttled', answer.retryInSeconds);
    default:
      return refusedSignIn(answer.kind);
  }
}

/** With these answers the right password still opens what is already here. */
export function mayUnlockWithout(answer: ServerAnswer): boolean {
  return ['away', 'untrusted', 'throttled', 'updateNeeded', 'noSpace'].includes(answer.kind);
}

/** What this desk's disk or files keep somebody from, as a refusal. @throws everything else */
export async function orStorageRefusal(signIn: () => Promise<SignInResult>): Promise<SignInResult> {
  try {
    return await signIn();
  } catch (error) {
    if (isDiskFull(error)) return refusedSignIn('noSpace');
    if (error instanceof NewerDatabaseError) return refusedSignIn('updateNeeded');
    throw error;
  }
}
