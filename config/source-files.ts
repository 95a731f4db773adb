import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const PATTERNS = ['src-*/**/*.{ts,tsx}', '{tests,config,resources}/**/*.{ts,tsx,mts,mjs}'];

export type SourceFile = {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
};

/**
 * Parses one file.
 * @param path decides the language: `.tsx` is read with JSX
 */
export function parseSource(path: string, text: string): SourceFile {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true) };
}

/** All source files of the project, parsed. */
export function readSourceFiles(root: string): SourceFile[] {
  const paths = globSync(PATTERNS, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

/** `path:line`, for a message an editor can jump to. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  const { line } = file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree));
  return `${file.path}:${line + 1}`;
}

/** Calls `visit` for a node and all below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}
