import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { ServerAnswer } from './server-contact.ts';

export type SignInResult = OperationResult<'session.signIn'>;
type SignInRefusal = Extract<SignInResult, { status: 'refused' }>['reason'];

/** The answer of an operation that keeps somebody out. */
export function refusedSignIn(reason: SignInRefusal, retryInSeconds?: number): SignInResult {
  return { status: 'refused', reason, ...(retryInSeconds === undefined ? {} : { retryInSeconds }) };
}

/** Why the server's answer keeps somebody out; undefined when it lets them in. `wrongHere`: known at this device, with another password. */
export function refusalOf(answer: ServerAnswer, wrongHere: boolean): SignInResult | undefined {
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
