import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import type { ChangedRow } from './apply-changes.ts';
import type { Session } from './session.ts';
import type { AuditPlace } from './write-audit.ts';

/** An entry as it reached the server. */
export interface Arrival {
  readonly session: Session;
  readonly entry: Entry;
  /** Nobody has a readable copy of it any more: a refusal must not be the end of what was typed. */
  readonly lastCopy: boolean;
}

/** What all entries of one commit group share. */
export interface GroupContext extends AuditPlace {
  readonly dialect: 'sqlite' | 'postgres';
  readonly timeZone: string;
  /** Told of an error inside a rule: name of the operation and kind of error, never its content. */
  readonly onRuleError: (operation: string, error: unknown) => void;
}

/** An answer, and what it changed. `repeated`: nothing was written; it had been given before, or is none yet. */
export interface Decision {
  readonly answer: Answer;
  readonly changed: readonly ChangedRow[];
  readonly repeated: boolean;
}
