import type { CommandArgs, CommandName } from '../../src-shared/contract/commands.ts';
import type { Answer } from './answer.ts';
import type { Ask } from './ask.ts';

/** One command that takes something back. */
export type UndoStep = (ask: Ask) => Promise<Answer<unknown>>;

/** How to take something back, and the sentence that then says so. */
export interface Undo {
  readonly steps: readonly UndoStep[];
  readonly said: string;
}

/** The step that asks for a command. */
export function undoBy<N extends CommandName>(name: N, args: CommandArgs<N>): UndoStep {
  return (ask) => ask(name, args);
}
