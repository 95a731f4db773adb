import type { z } from 'zod';
import type { DomainReader } from '../tables/registry.ts';
import type { CommandDefinition, Outcome, RuleContext, Subject } from './command.ts';
import { commands, isCommandName } from './commands.ts';
import { followAliases } from './follow-aliases.ts';

/** A command whose arguments have been parsed; whoever was merged away in them is followed to who stayed. */
export interface ReadyCommand {
  readonly subjects: (db: DomainReader) => Promise<readonly Subject[]>;
  readonly rule: (context: RuleContext) => Promise<Outcome<unknown>>;
}

/**
 * Pairs a command with arguments that fit it.
 * @returns the zod error when they don't fit; undefined when this version knows no such command
 */
export function readyCommand(name: string, args: unknown): ReadyCommand | z.ZodError | undefined {
  if (!isCommandName(name)) return undefined;
  // Each definition parses its own arguments before its own rule sees them; the union of all can't say so.
  const definition = commands[name] as unknown as CommandDefinition<never, z.ZodType, z.ZodType>;
  const parsed = definition.args.safeParse(args);
  if (!parsed.success) return parsed.error;
  // Rights and rule are asked in one transaction: what its reader says of merges holds for both.
  const followed = new WeakMap<DomainReader, Promise<unknown>>();
  const argsIn = (db: DomainReader) => {
    const known = followed.get(db) ?? followAliases(db, parsed.data);
    followed.set(db, known);
    return known;
  };
  return {
    subjects: async (db) => definition.subjects(await argsIn(db), db),
    rule: async (context) => definition.rule(context, await argsIn(context.db)),
  };
}

/** What an entry is about; undefined when this version does not understand it. */
export async function subjectsOf(
  name: string,
  args: unknown,
  db: DomainReader,
): Promise<readonly Subject[] | undefined> {
  const command = readyCommand(name, args);
  return command && 'rule' in command ? command.subjects(db) : undefined;
}
