import { ServerFault, type ServerFaultKind } from './server-transport.ts';

const kindOfStatus: Readonly<Record<number, ServerFaultKind>> = {
  400: 'notTaken',
  401: 'signedOut',
  403: 'signedOut',
  409: 'updateNeeded',
  413: 'notTaken',
  422: 'notTaken',
  507: 'noSpace',
};

/** What an answer's status means when it is not a success. A redirect is never followed: it is another server. */
export function faultOfStatus(status: number): ServerFault {
  const kind = kindOfStatus[status] ?? (status === 429 || status >= 500 ? 'busy' : 'otherServer');
  return new ServerFault(kind, `status ${status}`);
}

/** Node's codes for a certificate that is unknown, outdated or another's, and for an answer without TLS. */
const untrusted = /^(CERT_|ERR_TLS_CERT_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|EPROTO)/;

/** What a failed connection means: whatever it was, the server is not to be reached now. */
export function faultOfFailure(error: unknown): ServerFault {
  if (error instanceof ServerFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new ServerFault(untrusted.test(code) ? 'untrusted' : 'away', code);
}

const kindOfCloseCode: Readonly<Record<number, ServerFaultKind>> = {
  4400: 'notTaken',
  4401: 'signedOut',
  4409: 'updateNeeded',
};

/** What the end of a stream means, by the WebSocket's close code. */
export function faultOfClose(code: number): ServerFault {
  return new ServerFault(kindOfCloseCode[code] ?? 'away', `closed ${code}`);
}
