import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

type Rule = IRegularForbiddenRuleType;

/** Paths in rules are regular expressions over paths from the project's root. */
const packages = (...names: string[]) => `^node_modules/(${names.join('|')})(/|$)`;

const UI_PACKAGES = packages(
  'react',
  'react-dom',
  'react-i18next',
  'i18next',
  '@mantine/[^/]+',
  '@tabler/icons-react',
  '@tanstack/[^/]+',
  '@tiptap/[^/]+',
  '@fontsource[^/]*/[^/]+',
  'zustand',
  'zod',
  'qrcode',
);
/** Packages that need a window; neither server nor core has one. */
const WINDOW_PACKAGES = packages('react[^/]*', '@mantine/[^/]+', '@tabler/[^/]+', 'zustand', 'electron[^/]*');

function rule(name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule {
  return { name, comment, severity: 'error', from, to } as Rule;
}

const parts: Rule[] = [
  rule(
    'shared-is-pure',
    'src-shared runs everywhere: it may use zod, the query builder of kysely, and itself.',
    { path: '^src-shared/' },
    { pathNot: ['^src-shared/', packages('zod', 'kysely')] },
  ),
  rule(
    'shared-has-no-database-driver',
    'src-shared builds queries; opening and migrating databases belongs to server and core.',
    { path: '^src-shared/' },
    { path: '^node_modules/kysely/.*(migration|dialect|driver)' },
  ),
  rule(
    'renderer-is-a-window',
    'src-renderer may use src-shared, resources and packages made for a window: no Node, no core, no server.',
    { path: '^src-renderer/' },
    { pathNot: ['^src-renderer/', '^src-shared/', '^resources/', UI_PACKAGES] },
  ),
  rule(
    'server-stands-alone',
    'src-server may use src-shared, resources and packages without a window.',
    { path: '^src-server/' },
    { path: ['^(src-main|src-renderer|tests|config)/', WINDOW_PACKAGES] },
  ),
  rule(
    'core-has-no-host',
    'src-main/core may use src-shared, resources and packages without a window: it runs in any worker.',
    { path: '^src-main/core/' },
    { path: ['^src-main/hosts/', '^(src-server|src-renderer|tests|config)/', WINDOW_PACKAGES] },
  ),
  rule(
    'hosts-are-thin',
    'A host may use the core, src-shared and itself (the browser host also config/find-browser.mjs).',
    { path: '^src-main/hosts/' },
    { path: '^(src-server|src-renderer|tests|config)/', pathNot: '^config/find-browser\\.mjs$' },
  ),
  rule(
    'hosts-are-apart',
    'Hosts never import each other.',
    { path: '^src-main/hosts/([^/]+)/' },
    { path: '^src-main/hosts/', pathNot: '^src-main/hosts/$1/' },
  ),
  rule(
    'only-the-electron-host-knows-electron',
    'Only src-main/hosts/electron imports electron and electron-updater.',
    { path: '^(src-|config/|resources/)', pathNot: '^src-main/hosts/electron/' },
    { path: packages('electron', 'electron-updater') },
  ),
  rule(
    'resources-know-the-contract-only',
    'What is generated from resources/ (the demo school) uses src-shared and nothing else of ours.',
    { path: '^resources/' },
    { path: '^(src-server|src-main|src-renderer|tests|config)/' },
  ),
];

const hygiene: Rule[] = [
  rule('no-circle', 'Modules that need each other are one module, or hide a third.', {}, { circular: true }),
  rule(
    'nothing-imports-tests',
    'The product never depends on its tests.',
    { path: '^(src-|config/|resources/)' },
    { path: '^tests/' },
  ),
  rule('resolvable', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  rule(
    'no-development-packages-in-the-product',
    'What the product imports is a dependency, not a devDependency (electron is packed by electron-builder).',
    { path: '^src-' },
    {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      pathNot: packages('electron', '@types/[^/]+'),
    },
  ),
];

/** DESIGN § 1 as rules: which folder may import what. */
export const importRules: Rule[] = [...parts, ...hygiene];
