import type { ChangeNotice, Transport } from '../../../src-shared/contract/message.ts';
import type {
  OperationArgs,
  OperationResult,
  StaffContract,
} from '../../../src-shared/contract/staff-contract.ts';
import { DEMO_PASSWORD } from '../harness/demo-morning.ts';

/** What a window can do with a core, with typed questions. */
export interface DeskWindow {
  ask<N extends keyof StaffContract & string>(name: N, args: OperationArgs<N>): Promise<OperationResult<N>>;
  /** Resolves with the first notice, from now on, that names one of the topics and then passes the test. */
  until(topics: readonly string[], holds: () => Promise<boolean> | boolean): Promise<void>;
  onChange(listener: (notice: ChangeNotice) => void): () => void;
}

/** A window on a core behind a transport. */
export function windowOn(transport: Transport): DeskWindow {
  return {
    ask: asker(transport),
    until: (topics, holds) => until(transport, topics, holds),
    onChange: (listener) => transport.onChange(listener),
  };
}

/** Signs in; throws when the desk refuses. */
export async function signIn(desk: DeskWindow, userName: string): Promise<void> {
  const answer = await desk.ask('session.signIn', { userName, password: DEMO_PASSWORD });
  if (answer.status !== 'signedIn') throw new Error(`The demo refused to sign in: ${answer.reason}.`);
}

function asker(transport: Transport): DeskWindow['ask'] {
  let count = 0;
  return async (operation, args) => {
    const response = await transport.request({ id: ++count, operation, args });
    if (!response.ok) throw new Error(`${operation} failed: ${response.kind} ${response.reason}`);
    return response.result as never; // the contract pairs the name with its result
  };
}

function until(
  transport: Transport,
  topics: readonly string[],
  holds: () => Promise<boolean> | boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let looking = false;
    let again = false;
    const look = async () => {
      if (looking) {
        again = true;
        return;
      }
      looking = true;
      do {
        again = false;
        if (await holds()) {
          stop();
          resolve();
          return;
        }
      } while (again);
      looking = false;
    };
    const stop = transport.onChange(({ changed }) => {
      if (changed.some((topic) => topics.includes(topic))) look().catch(reject);
    });
    look().catch(reject);
  });
}
