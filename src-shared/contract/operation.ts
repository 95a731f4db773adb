import type { z } from 'zod';
import type { TableName } from '../tables/registry.ts';

/** A question: never writes. `reads` names the tables whose change makes the answer stale. */
export interface QueryDefinition<
  Name extends string = string,
  Args extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly kind: 'query';
  readonly name: Name;
  readonly args: Args;
  readonly result: Result;
  readonly reads: readonly (TableName | LocalTopic)[];
}

/** Things that change in the core without being synced tables; queries can depend on them too. */
export type LocalTopic = 'session' | 'syncState' | 'outbox' | 'workingDraft' | 'minute' | 'import';

/** Something the core does for this desk alone: signing in, printing, keeping a draft. Never synced. */
export interface DeskAction<
  Name extends string = string,
  Args extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly kind: 'action';
  readonly name: Name;
  readonly args: Args;
  readonly result: Result;
}

/** Declares a query. */
export function defineQuery<Name extends string, Args extends z.ZodType, Result extends z.ZodType>(
  name: Name,
  definition: { args: Args; result: Result; reads: readonly (TableName | LocalTopic)[] },
): QueryDefinition<Name, Args, Result> {
  return { kind: 'query', name, ...definition };
}

/** Declares an action of the desk. */
export function defineAction<Name extends string, Args extends z.ZodType, Result extends z.ZodType>(
  name: Name,
  definition: { args: Args; result: Result },
): DeskAction<Name, Args, Result> {
  return { kind: 'action', name, ...definition };
}
