import type { ImportDecisions } from './steps.ts';

/** What the two halves of a plan need. */
export interface PlanContext {
  readonly decisions: ImportDecisions;
  readonly newId: () => string;
  /** True when the thing with this tick shall be done. */
  readonly isWanted: (item: { readonly ref: string; readonly suggested: boolean }) => boolean;
  /** Ref of the preview → id, for what the plan adds. */
  readonly ids: Map<string, string>;
}
