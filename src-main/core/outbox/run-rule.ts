import { type Outcome, type RuleContext, refused } from '../../../src-shared/contract/command.ts';
import { readyCommand } from '../../../src-shared/contract/ready-command.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import { derivedId } from '../../../src-shared/values/uuid.ts';
import type { SignedIn } from '../dispatch/context.ts';

/** What an entry says; the same on this desk, in the push and on the server. */
export interface OutboxEntry {
  readonly id: string;
  readonly name: string;
  readonly args: unknown;
  readonly occurredAt: string;
  readonly dependsOn: readonly string[];
}

/** Whose entries these are, and the desk's clock. */
export interface RuleAuthor {
  readonly session: SignedIn;
  readonly nowMs: number;
}

/** The context a rule runs in on this desk. The server runs it again with its own clock and the same ids. */
export function ruleContext(db: DomainReader, entry: OutboxEntry, author: RuleAuthor): RuleContext {
  const { person, school } = author.session;
  return {
    db,
    actor: { id: person.id, role: person.role, name: `${person.givenName} ${person.familyName}` },
    occurredAt: entry.occurredAt,
    now: toInstant(author.nowMs),
    today: inTimeZone(Date.parse(entry.occurredAt), school.timeZone).day,
    id: (n) => derivedId(entry.id, n),
  };
}

/**
 * Runs the rule of a stored entry again. What can't be run any more (an older version's command, a rule that
 * fails on rows it did not expect) is a refusal here: nothing is shown, and the server decides.
 */
export async function rerunRule(
  db: DomainReader,
  entry: OutboxEntry,
  author: RuleAuthor,
): Promise<Outcome<unknown>> {
  const command = readyCommand(entry.name, entry.args);
  if (!command || !('rule' in command)) return refused('unknownOperation');
  try {
    return await command.rule(ruleContext(db, entry, author));
  } catch {
    return refused('internal');
  }
}
