import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';
import { isMain, projectRoot } from './project.ts';

const FOLDERS = ['src-shared', 'src-server', 'src-main', 'src-renderer', 'resources', 'config', 'tests'];

export type ImportReport = { modules: number; offences: string[] };

function describe(violation: ICruiseResult['summary']['violations'][number]): string {
  const circle = violation.cycle?.map((step) => step.name).join(' → ');
  const reason = importRules.find((rule) => rule.name === violation.rule.name)?.comment ?? '';
  return `${violation.from} → ${circle ?? violation.to}\n    ${violation.rule.name}: ${reason}`;
}

/**
 * Checks who imports whom against config/import-rules.ts.
 * @param root the folder that holds src-shared, src-server and so on
 * @returns how many of our own modules were read, and one text per forbidden import. No modules at all is an
 *   offence: dependency-cruiser sees nothing, without a word, when it finds a TypeScript it can't use.
 */
export async function checkImports(root: string): Promise<ImportReport> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: importRules },
      doNotFollow: { path: 'node_modules' },
      preserveSymlinks: true,
      // Only modules: a text file or a picture that is imported by URL has no imports of its own.
      exclude: { path: '\\.(ttf|woff2?|svg|png|typ|txt|md)$' },
      tsPreCompilationDeps: true,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default', 'require', 'style'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts', '.css'],
    },
  );
  if (typeof output === 'string')
    throw new Error('dependency-cruiser answered with a text instead of a result.');
  const own = output.modules.filter((module) => /\.(ts|tsx|mjs)$/.test(module.source));
  const modules = own.filter((module) => !module.source.startsWith('node_modules/')).length;
  const offences = output.summary.violations.map(describe);
  if (modules === 0)
    offences.push('No module was read: is there a TypeScript below 7 for dependency-cruiser?');
  return { modules, offences };
}

if (isMain(import.meta.url)) {
  const { modules, offences } = await checkImports(projectRoot);
  for (const offence of offences) console.log(offence);
  console.log(`${modules} modules, ${offences.length} forbidden imports.`);
  process.exitCode = offences.length === 0 ? 0 : 1;
}
