import { type Request, type Response, requestSchema } from '../../../src-shared/contract/message.ts';
import {
  isStaffOperation,
  type StaffContract,
  staffContract,
} from '../../../src-shared/contract/staff-contract.ts';
import { isDamage, isDiskFull } from '../database/sqlite-faults.ts';
import type { Log } from '../environment.ts';
import { OperationFailure } from './operation-failure.ts';

/** Any handler, seen from here: the contract says what goes in and out. */
export type AnyHandler = (args: unknown) => unknown;

/** What an open cache adds to what can always be asked. */
export interface OpenDesk {
  readonly handlers: ReadonlyMap<string, AnyHandler>;
  /** Runs a query on one snapshot of the cache. */
  readonly snapshot: <T>(work: () => Promise<T>) => Promise<T>;
  readonly submit: (name: string, args: unknown) => Promise<unknown>;
}

export interface DispatcherParts {
  /** Handlers that work with a locked screen too. */
  readonly always: ReadonlyMap<string, AnyHandler>;
  /** The open cache, or why there is none. */
  readonly desk: () => OpenDesk | 'locked' | 'cacheDamaged';
  readonly damaged: (error: unknown) => void;
  readonly log: Log;
  /** Check results against the contract too; for tests. */
  readonly checkResults: boolean;
}

export type Dispatcher = (request: unknown) => Promise<Response>;

/**
 * Answers requests: checks the arguments, runs query, action or command, and names what goes wrong. Never
 * throws; a request that can't even be read is answered under the id 0.
 */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  return async (message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success) return failure(0, new OperationFailure('invalidArguments', 'invalidArguments'));
    const { id } = request.data;
    try {
      return { id, ok: true, result: await answer(parts, request.data) };
    } catch (error) {
      return failure(id, nameFailure(parts, request.data, error));
    }
  };
}

async function answer(parts: DispatcherParts, { operation, args }: Request): Promise<unknown> {
  if (!isStaffOperation(operation)) throw new OperationFailure('unknownOperation', 'unknownOperation');
  const definition = staffContract[operation];
  const result = await run(parts, definition, args);
  if (!parts.checkResults) return result;
  const checked = definition.result.safeParse(result);
  if (!checked.success) throw new ResultMismatch(operation, checked.error.message);
  return checked.data;
}

async function run(
  parts: DispatcherParts,
  definition: StaffContract[keyof StaffContract],
  args: unknown,
): Promise<unknown> {
  const desk = parts.desk();
  if (definition.kind === 'command') return openDesk(desk).submit(definition.name, args);
  const parsed = definition.args.safeParse(args);
  if (!parsed.success) throw new OperationFailure('invalidArguments', 'invalidArguments');
  const always = parts.always.get(definition.name);
  if (always) return always(parsed.data);
  const { handlers, snapshot } = openDesk(desk);
  const handler = handlers.get(definition.name);
  if (!handler) throw new OperationFailure('unknownOperation', 'unknownOperation');
  return definition.kind === 'query' ? snapshot(async () => handler(parsed.data)) : handler(parsed.data);
}

function openDesk(desk: OpenDesk | 'locked' | 'cacheDamaged'): OpenDesk {
  if (typeof desk === 'string') throw new OperationFailure('unavailable', desk);
  return desk;
}

/** A handler answered something that the contract does not describe: a defect, found by tests. */
class ResultMismatch extends Error {
  constructor(operation: string, detail: string) {
    super(`${operation} answered against its contract: ${detail}`);
    this.name = 'ResultMismatch';
  }
}

function nameFailure(parts: DispatcherParts, { operation }: Request, error: unknown): OperationFailure {
  if (error instanceof OperationFailure) return error;
  if (isDamage(error)) {
    parts.damaged(error);
    return new OperationFailure('unavailable', 'cacheDamaged');
  }
  if (isDiskFull(error)) return new OperationFailure('unavailable', 'noSpace');
  // Locked while the answer was being made: the connection is closed under the handler.
  const desk = parts.desk();
  if (typeof desk === 'string') return new OperationFailure('unavailable', desk);
  const kind = error instanceof Error ? error.name : 'unknown';
  if (error instanceof ResultMismatch) throw error;
  parts.log.warn('operation.failed', { operation, kind });
  return new OperationFailure('internal', 'internal');
}

function failure(id: number, { kind, reason, details }: OperationFailure): Response {
  return { id, ok: false, kind, reason, ...(details ? { details: { ...details } } : {}) };
}
