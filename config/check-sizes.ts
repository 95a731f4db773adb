import ts from 'typescript';
import { isMain, projectRoot } from './project.ts';
import { placeOf, readSourceFiles, type SourceFile, walk } from './source-files.ts';

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 50;
/** Lists, not code: they may be as long as what they list. */
const LISTS = /(\.generated\.ts|\/migrations\/[^/]+\.ts|\/(locales|data|fixtures)\/.+)$/;
/** Names that say nothing; what is in there belongs somewhere. */
const NAMELESS = /(^|\/)(utils?|helpers?|misc|common)\.(ts|tsx|mts|mjs)$/;

function lineCount(file: SourceFile, node: ts.Node): number {
  const lineAt = (position: number) => file.tree.getLineAndCharacterOfPosition(position).line;
  return lineAt(node.end) - lineAt(node.getStart(file.tree)) + 1;
}

/** A test's `describe` groups functions like a file does, so it is as long as a file may be. */
function isTestGroup(node: ts.Node): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call)) return false;
  return /^(describe|test\.describe)\b/.test(call.expression.getText());
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'function';
}

/** The lengths of all functions of a file that are measured, in lines. */
export function functionLengths(file: SourceFile): { name: string; place: string; lines: number }[] {
  const found: { name: string; place: string; lines: number }[] = [];
  walk(file.tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || isTestGroup(node)) return;
    found.push({ name: nameOf(node), place: placeOf(file, node), lines: lineCount(file, node) });
  });
  return found;
}

/** What is too long, nameless or untyped in one file: one text each, beginning with `path:line`. */
export function sizeOffences(file: SourceFile): string[] {
  const offences: string[] = [];
  const lines = file.tree.getLineStarts().length - 1;
  if (lines > MAX_FILE_LINES && !LISTS.test(file.path)) {
    offences.push(`${file.path}:1 has ${lines} lines (at most ${MAX_FILE_LINES}).`);
  }
  if (NAMELESS.test(file.path)) offences.push(`${file.path}:1 has a name that says nothing.`);
  for (const { name, place, lines } of LISTS.test(file.path) ? [] : functionLengths(file)) {
    if (lines > MAX_FUNCTION_LINES) {
      offences.push(`${place} ${name} has ${lines} lines (at most ${MAX_FUNCTION_LINES}).`);
    }
  }
  walk(file.tree, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) offences.push(`${placeOf(file, node)} says any.`);
  });
  return offences;
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One line about the whole, to hold up to the mirrors of the house. */
function summary(files: SourceFile[]): string {
  const lines = (of: SourceFile[]) => of.map((file) => file.tree.getLineStarts().length - 1);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const product = files.filter((file) => !file.path.startsWith('tests/') && !LISTS.test(file.path));
  const tests = files.filter((file) => file.path.startsWith('tests/'));
  const functions = product.flatMap((file) => functionLengths(file).map((one) => one.lines));
  const ratio = sum(lines(tests)) / Math.max(1, sum(lines(product)));
  return [
    `${product.length} files, median ${percentile(lines(product), 0.5)} lines`,
    `${functions.length} functions, 90 % within ${percentile(functions, 0.9)} lines`,
    `${ratio.toFixed(2)} lines of test per line`,
  ].join('; ');
}

if (isMain(import.meta.url)) {
  const files = readSourceFiles(projectRoot);
  const offences = files.flatMap(sizeOffences);
  for (const offence of offences) console.log(offence);
  console.log(`${summary(files)}.`);
  process.exitCode = offences.length === 0 ? 0 : 1;
}
