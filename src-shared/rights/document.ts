import { facetRights, facets } from './facets.ts';
import { operationRights, serverOperationRights } from './operations.ts';
import { type Reach, roles } from './roles.ts';

const words: Record<Reach, string> = { all: 'all', own: 'own', self: 'self', none: '–' };

/** The rights as Markdown: docs/rights.md is exactly this text (a test compares them). */
export function rightsDocument(): string {
  const head = `| ${['', ...roles].join(' | ')} |\n|${' --- |'.repeat(roles.length + 1)}`;
  const seen = facets.map((facet) => {
    const right = facetRights[facet];
    return `| \`${facet}\`: ${right.holds} | ${roles.map((role) => words[right[role]]).join(' | ')} |`;
  });
  const done = Object.entries({ ...operationRights, ...serverOperationRights }).map(
    ([name, right]) => `| \`${name}\` | ${roles.map((role) => words[right[role]]).join(' | ')} |`,
  );
  return [
    '# Rights',
    '',
    'Made from `src-shared/rights` by `node config/write-rights.ts`; edit the tables there.',
    'The server enforces them, sync sends by them, the window offers by them.',
    '',
    '*all*: every child of the school. *own*: a teacher’s classes and groups, substitutions while they last; a guardian’s own children by an active guardianship. *self*: only what is one’s own.',
    '',
    '## Who sees what (facets)',
    '',
    head,
    ...seen,
    '',
    '## Who does what (operations)',
    '',
    head,
    ...done,
    '',
    'The administrator sees no child, no reason, no letter. A device is sent only what its person may see; what it may no longer see is taken from its cache.',
    '',
  ].join('\n');
}
