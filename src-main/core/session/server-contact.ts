import { protocolVersion, type SignInResponse } from '../../../src-shared/sync/protocol.ts';
import type { CoreEnvironment } from '../environment.ts';
import { ServerFault, type ServerIdentity } from '../sync/server-transport.ts';
import type { DeviceFile } from './device-file.ts';

export type SignedInAnswer = Extract<SignInResponse, { status: 'signedIn' }>;

/** What the server said to a sign-in, or why it could not be asked. */
export type ServerAnswer =
  | {
      readonly kind: 'signedIn';
      readonly answer: SignedInAnswer;
      readonly identity: ServerIdentity;
      readonly schoolKey: string | null;
    }
  | {
      readonly kind:
        | 'wrong'
        | 'schoolNeeded'
        | 'ownPasswordNeeded'
        | 'oneTimeExpired'
        | 'revoked'
        | 'otherSchool'
        | 'updateNeeded'
        | 'notSetUp'
        | 'noSpace'
        | 'away'
        | 'untrusted';
    }
  | { readonly kind: 'throttled'; readonly retryInSeconds: number };

/** A server that answers nothing at all must not keep somebody before a locked screen. */
const ANSWER_WITHIN_MS = 4000;

/** Asks the server which one it is. @throws {ServerFault} `otherServer`, `updateNeeded`, `away` … */
export async function confirmIdentity(
  environment: CoreEnvironment,
  device: DeviceFile,
): Promise<ServerIdentity> {
  const identity = await environment.server.identity();
  if (device.server && identity.serverId !== device.server.serverId) throw new ServerFault('otherServer');
  if (!identity.protocols.includes(protocolVersion)) throw new ServerFault('updateNeeded');
  return identity;
}

/** What somebody types to sign in; `newPassword` takes the place of the password where that is right. */
export interface Typed {
  readonly userName: string;
  readonly password: string;
  readonly newPassword?: string | undefined;
  /** Which of a server's schools, at the first sign-in of a device. */
  readonly schoolKey?: string | undefined;
}

/** Signs in at the server. The password is sent only to the server this device belongs to. */
export async function signInAtServer(
  environment: CoreEnvironment,
  device: DeviceFile,
  typed: Typed,
): Promise<ServerAnswer> {
  try {
    const identity = await confirmIdentity(environment, device);
    if (!identity.setUp) return { kind: 'notSetUp' };
    const { userName, password, newPassword } = typed;
    const schoolKey = knownSchool(identity, device) ?? typed.schoolKey ?? null;
    if (schoolKey === null && identity.schools.length > 0) return { kind: 'schoolNeeded' };
    const answer = await environment.server.signIn({
      protocol: protocolVersion,
      schoolKey,
      userName,
      password,
      ...(newPassword === undefined ? {} : { newPassword }),
      deviceId: device.deviceId,
      deviceName: environment.deviceName,
    });
    if (answer.status === 'signedIn') return { kind: 'signedIn', answer, identity, schoolKey };
    if (answer.status === 'throttled') return { kind: 'throttled', retryInSeconds: answer.retryInSeconds };
    return { kind: answer.status };
  } catch (error) {
    return { kind: kindOf(error) };
  }
}

/** The short name of the school this device belongs to, where its server keeps several. */
function knownSchool({ schools }: ServerIdentity, { server, profiles }: DeviceFile): string | undefined {
  // A server that had one school when this device came to it may have got another.
  const ofPeople = schools.find(({ id }) => id === profiles[0]?.school.id)?.key;
  return server?.schoolKey ?? ofPeople;
}

function kindOf(error: unknown): 'otherSchool' | 'updateNeeded' | 'noSpace' | 'away' | 'untrusted' {
  if (!(error instanceof ServerFault)) return 'away';
  if (error.kind === 'otherServer') return 'otherSchool';
  const { kind } = error;
  return kind === 'updateNeeded' || kind === 'noSpace' || kind === 'untrusted' ? kind : 'away';
}

/** The server's answer, or `away` when it takes too long to wait for. */
export function withinPatience(
  environment: CoreEnvironment,
  asked: Promise<ServerAnswer>,
): Promise<ServerAnswer> {
  return new Promise((resolve, reject) => {
    const cancel = environment.clock.after(ANSWER_WITHIN_MS, () => resolve({ kind: 'away' }));
    asked.then(resolve, reject).finally(cancel);
  });
}
