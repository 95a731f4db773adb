import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ChangeNotices } from '../../../../src-main/core/dispatch/change-notices.ts';
import {
  type AnyHandler,
  createDispatcher,
  type DispatcherParts,
} from '../../../../src-main/core/dispatch/dispatcher.ts';
import { OperationFailure } from '../../../../src-main/core/dispatch/operation-failure.ts';
import { responseSchema } from '../../../../src-shared/contract/message.ts';
import { anId } from '../../../support/builders/ids.ts';

const empty = { calls: [] };

/** A dispatcher with the given handlers behind an open cache, and what it logged. */
function dispatcherWith(handlers: Record<string, AnyHandler>, parts: Partial<DispatcherParts> = {}) {
  const logged: string[] = [];
  const damaged: unknown[] = [];
  const note = (event: string, details?: object) => logged.push(JSON.stringify([event, details]));
  const dispatch = createDispatcher({
    always: new Map(),
    desk: () => ({
      handlers: new Map(Object.entries(handlers)),
      snapshot: (work) => work(),
      submit: async (name) => ({ submitted: name }),
    }),
    damaged: (error) => damaged.push(error),
    log: { info: note, warn: note },
    checkResults: false,
    ...parts,
  });
  return { dispatch, logged, damaged };
}

const ask = (operation: string, args: unknown = {}) => ({ id: 7, operation, args });

describe('a request', () => {
  test('is answered under its id', async () => {
    const { dispatch } = dispatcherWith({ 'desk.parkedCalls': () => empty });
    expect(await dispatch(ask('desk.parkedCalls'))).toEqual({ id: 7, ok: true, result: empty });
  });

  test('reaches its handler with defaults filled in', async () => {
    const seen: unknown[] = [];
    const { dispatch } = dispatcherWith({ 'desk.searchStudents': (args) => seen.push(args) });
    await dispatch(ask('desk.searchStudents', { query: 'yil' }));
    expect(seen).toEqual([{ query: 'yil', limit: 8 }]);
  });

  test('that is a command is submitted', async () => {
    const { dispatch } = dispatcherWith({});
    const response = await dispatch(ask('calls.discard', { callId: anId() }));
    expect(response).toEqual({ id: 7, ok: true, result: { submitted: 'calls.discard' } });
  });

  test.each([
    ['arguments that do not fit', ask('desk.searchStudents', { query: 7 }), 'invalidArguments'],
    ['arguments with more than is asked for', ask('desk.parkedCalls', { role: 'admin' }), 'invalidArguments'],
    ['an unknown operation', ask('absences.update'), 'unknownOperation'],
    ['a name every object has', ask('toString'), 'unknownOperation'],
    ['an operation without a handler', ask('desk.parkedCalls'), 'unknownOperation'],
  ])('S24: with %s is refused by name', async (_, request, kind) => {
    const { dispatch } = dispatcherWith({});
    expect(await dispatch(request)).toMatchObject({ id: 7, ok: false, kind });
  });

  test('S24: of any kind gets an answer in the contract’s form', async () => {
    const { dispatch } = dispatcherWith({});
    const request = fc.oneof(
      fc.anything(),
      fc.record({ id: fc.integer(), operation: fc.string(), args: fc.anything() }),
    );
    await fc.assert(
      fc.asyncProperty(request, async (message) => {
        expect(responseSchema.safeParse(await dispatch(message)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a handler that fails', () => {
  const failing = (error: unknown, parts: Partial<DispatcherParts> = {}) =>
    dispatcherWith({ 'desk.parkedCalls': () => Promise.reject(error) }, parts);

  test('for a reason a person can be told says so', async () => {
    const { dispatch } = failing(new OperationFailure('refused', 'noSchoolDay', { count: 3 }));
    expect(await dispatch(ask('desk.parkedCalls'))).toEqual({
      id: 7,
      ok: false,
      kind: 'refused',
      reason: 'noSchoolDay',
      details: { count: 3 },
    });
  });

  test('R14: on a damaged cache calls for a repair', async () => {
    const { dispatch, damaged } = failing(new Database.SqliteError('malformed', 'SQLITE_CORRUPT'));
    expect(await dispatch(ask('desk.parkedCalls'))).toMatchObject({ reason: 'cacheDamaged' });
    expect(damaged).toHaveLength(1);
  });

  test('R10: on a full disk says so', async () => {
    const { dispatch } = failing(new Database.SqliteError('full', 'SQLITE_FULL'));
    expect(await dispatch(ask('desk.parkedCalls'))).toMatchObject({ kind: 'unavailable', reason: 'noSpace' });
  });

  test('S30: in any other way says nothing of what it was about, to nobody', async () => {
    const { dispatch, logged } = failing(new TypeError('XHEALTHX of child Kanarienvogel'));
    const response = await dispatch(ask('desk.parkedCalls'));
    expect(response).toEqual({ id: 7, ok: false, kind: 'internal', reason: 'internal' });
    expect(logged).toEqual([
      JSON.stringify(['operation.failed', { operation: 'desk.parkedCalls', kind: 'TypeError' }]),
    ]);
  });
});

test.each(['locked', 'cacheDamaged'] as const)(
  'without an open cache (%s) only the door answers',
  async (why) => {
    const always = new Map<string, AnyHandler>([['session.lock', () => ({})]]);
    const { dispatch } = dispatcherWith({}, { desk: () => why, always });
    expect(await dispatch(ask('session.lock'))).toMatchObject({ ok: true });
    for (const request of [ask('desk.parkedCalls'), ask('calls.discard', { callId: anId() })]) {
      expect(await dispatch(request)).toMatchObject({ kind: 'unavailable', reason: why });
    }
  },
);

test('an answer against the contract is a defect that tests find', async () => {
  const { dispatch } = dispatcherWith(
    { 'desk.parkedCalls': () => ({ calls: 'none' }) },
    { checkResults: true },
  );
  await expect(dispatch(ask('desk.parkedCalls'))).rejects.toThrow(/against its contract/);
});

describe('change notices', () => {
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  test('gather what changes within one turn', async () => {
    const notices = new ChangeNotices();
    const heard: string[][] = [];
    notices.onChange(({ changed }) => heard.push(changed));
    notices.add(['student', 'absence']);
    notices.add(['absence', 'outbox']);
    notices.add([]);
    await turn();
    notices.add(['minute']);
    await turn();
    expect(heard).toEqual([['absence', 'outbox', 'student'], ['minute']]);
  });

  test('end when nobody listens any more', async () => {
    const notices = new ChangeNotices();
    const heard: string[][] = [];
    const stop = notices.onChange(({ changed }) => heard.push(changed));
    stop();
    notices.add(['student']);
    await turn();
    expect(heard).toEqual([]);
  });
});
