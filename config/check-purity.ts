import ts from 'typescript';
import { isMain, projectRoot } from './project.ts';
import { placeOf, readSourceFiles, type SourceFile, walk } from './source-files.ts';

/** Clocks, chance and the outside world: rules get these injected, so that two machines agree. */
const FORBIDDEN_GLOBALS = new Set([
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'crypto',
  'performance',
  'process',
  'globalThis',
  'localStorage',
  'document',
  'window',
]);
const FORBIDDEN_MEMBERS = new Set(['Date.now', 'Math.random']);
/** Parts of kysely that open or migrate databases. */
const DRIVER_NAMES = /(Dialect|Driver|Adapter|Introspector|Migrator)$/;

function forbiddenUse(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const callee = node.expression.getText();
    const argumentCount = node.arguments?.length ?? 0;
    if (callee === 'Date' && (argumentCount === 0 || ts.isCallExpression(node))) return 'reads the clock';
    if (ts.isIdentifier(node.expression) && FORBIDDEN_GLOBALS.has(callee)) return `calls ${callee}`;
  }
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (FORBIDDEN_MEMBERS.has(text)) return `uses ${text}`;
    const object = node.expression;
    if (ts.isIdentifier(object) && FORBIDDEN_GLOBALS.has(object.text)) return `uses ${object.text}`;
  }
  if (ts.isImportSpecifier(node) && DRIVER_NAMES.test(node.name.text)) {
    const from = node.parent.parent.parent.moduleSpecifier.getText();
    if (from.includes('kysely')) return `imports ${node.name.text} of kysely`;
  }
  return undefined;
}

/** Where a file of src-shared reaches for a clock, chance, the network or a database driver. */
export function purityOffences(file: SourceFile): string[] {
  const offences: string[] = [];
  walk(file.tree, (node) => {
    const use = forbiddenUse(node);
    if (use) offences.push(`${placeOf(file, node)} ${use}; src-shared gets it injected.`);
  });
  return offences;
}

if (isMain(import.meta.url)) {
  const files = readSourceFiles(projectRoot).filter((file) => file.path.startsWith('src-shared/'));
  const offences = files.flatMap(purityOffences);
  for (const offence of offences) console.log(offence);
  console.log(`${files.length} files of src-shared, ${offences.length} offences.`);
  process.exitCode = offences.length === 0 ? 0 : 1;
}
