import type { TFunction } from 'i18next';
import { planImport } from '../../src-shared/roster/plan.ts';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import type { ImportStep } from '../../src-shared/roster/steps.ts';
import { type Decisions, sentDecisions } from './decisions.ts';

/** In the order in which the sentence names them. */
const kinds: readonly ImportStep['kind'][] = [
  'addStudent',
  'moveStudent',
  'correctStudent',
  'readmitStudent',
  'markLeft',
  'addClass',
  'addGuardian',
  'correctGuardian',
  'linkGuardian',
];

export interface ImportSummary {
  readonly counts: ReadonlyMap<ImportStep['kind'], number>;
  readonly steps: number;
}

/** What the import would do as things are decided now: counted on the very plan that is carried out. */
export function summarise(preview: RosterPreview, decisions: Decisions): ImportSummary {
  let last = 0;
  const steps = planImport(preview, sentDecisions(decisions), () => {
    last += 1;
    return `new:${last}`;
  });
  const counts = new Map<ImportStep['kind'], number>();
  for (const { kind } of steps) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { counts, steps: steps.length };
}

/** `12 neue Kinder, 3 Umzüge und 1 geänderte Angabe`; empty when nothing would be done. */
export function summarySentence({ counts }: ImportSummary, t: TFunction<'roster-screen'>): string {
  const parts = kinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [t(`summary.${kind}`, { count })] : [];
  });
  if (parts.length <= 1) return parts.join('');
  return t('summary.and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1) });
}
