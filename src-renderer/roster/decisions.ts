import type { ImportDecisions } from '../../src-shared/roster/steps.ts';
import type { Day } from '../../src-shared/values/day.ts';

/** Anything of a preview that can be ticked. */
export interface Tickable {
  readonly ref: string;
  readonly suggested: boolean;
}

/** What a person has decided so far; like `ImportDecisions`, but quick to look up in a large preview. */
export interface Decisions {
  readonly declined: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  readonly samePerson: Readonly<Record<string, string>>;
  readonly leftOn: Day;
}

/** Before anybody has looked: every suggestion stands, no question is answered. */
export function noDecisions(leftOn: Day): Decisions {
  return { declined: new Set(), accepted: new Set(), samePerson: {}, leftOn };
}

/** The decisions as they are sent. */
export function sentDecisions({ declined, accepted, samePerson, leftOn }: Decisions): ImportDecisions {
  return { declined: [...declined], accepted: [...accepted], samePerson: { ...samePerson }, leftOn };
}

/** Whether a thing shall be done. */
export function isTicked({ ref, suggested }: Tickable, { declined, accepted }: Decisions): boolean {
  return suggested ? !declined.has(ref) : accepted.has(ref);
}

/** The decisions with some things ticked or not. */
export function withTicks(decisions: Decisions, items: readonly Tickable[], ticked: boolean): Decisions {
  const declined = new Set(decisions.declined);
  const accepted = new Set(decisions.accepted);
  for (const { ref, suggested } of items) {
    const exceptions = suggested ? declined : accepted;
    if (ticked === suggested) exceptions.delete(ref);
    else exceptions.add(ref);
  }
  return { ...decisions, declined, accepted };
}

/** The decisions with a question answered: the id of the same person, `new`, or null for "not yet". */
export function withAnswer(decisions: Decisions, ref: string, answer: string | null): Decisions {
  const { [ref]: _before, ...others } = decisions.samePerson;
  return { ...decisions, samePerson: answer === null ? others : { ...others, [ref]: answer } };
}

interface Question {
  readonly ref: string;
  readonly suggestedId: string | null;
}

/** All questions that nobody has answered and that have a likely answer, answered by it. */
export function withSuggestedAnswers(decisions: Decisions, questions: readonly Question[]): Decisions {
  const answers = questions.flatMap(({ ref, suggestedId }) =>
    suggestedId !== null && decisions.samePerson[ref] === undefined ? [[ref, suggestedId]] : [],
  );
  return { ...decisions, samePerson: { ...decisions.samePerson, ...Object.fromEntries(answers) } };
}

/** How many questions are still open. */
export function openQuestions(decisions: Decisions, questions: readonly { ref: string }[]): number {
  return questions.filter(({ ref }) => decisions.samePerson[ref] === undefined).length;
}
