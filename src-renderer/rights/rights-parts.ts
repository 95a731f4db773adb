import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { facetRights, isFacet } from '../../src-shared/rights/facets.ts';

type Rights = NonNullable<OperationResult<'rights.ofPerson'>>;

const parts = ['school', 'all', 'own', 'self'] as const;

/** What somebody sees, in the parts a person thinks in: the school, everybody, the own children, oneself. */
export function seenByReach(
  sees: Rights['sees'],
): { readonly part: (typeof parts)[number]; readonly facets: readonly string[] }[] {
  const partOf = ({ facet, reach }: Rights['sees'][number]) => {
    const root = isFacet(facet) ? facetRights[facet].root : 'school';
    return reach === 'all' && (root === 'school' || root === 'class') ? 'school' : reach;
  };
  return parts
    .map((part) => ({
      part,
      facets: sees.filter((one) => partOf(one) === part).map(({ facet }) => facet),
    }))
    .filter(({ facets }) => facets.length > 0);
}

/** What somebody does, by the first word of the operation, in the order of the table of rights. */
export function doneByTheme(
  does: Rights['does'],
): { readonly theme: string; readonly operations: Rights['does'] }[] {
  const themes = new Map<string, Rights['does']>();
  for (const one of does) {
    const theme = one.operation.split('.')[0] ?? '';
    themes.set(theme, [...(themes.get(theme) ?? []), one]);
  }
  return [...themes].map(([theme, operations]) => ({ theme, operations }));
}
