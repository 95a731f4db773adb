import { SaxesParser } from 'saxes';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';

/** An element with what stands in it. */
export interface XmlNode {
  readonly name: string;
  /** Line of its opening tag, the first is 1. */
  readonly line: number;
  text: string;
  readonly children: XmlNode[];
}

/** Deeper than any export, and than a stack of calls should go. */
const DEEPEST = 60;
const CHUNK = 16_384;

export type ReadNodes =
  | { readonly kind: 'read'; readonly nodes: readonly XmlNode[] }
  | { readonly kind: 'broken'; readonly line: number };

/**
 * Reads XML and keeps the elements of one name, whole. Entities of the document's own are not known, so none of them can
 * be blown up; nothing is fetched. Counts thousands of characters.
 * @returns the elements, or the line in which the XML breaks off
 */
export function* readNodes(text: string, kept: string, tally: Tally): Stepwise<ReadNodes> {
  const nodes: XmlNode[] = [];
  const open: XmlNode[] = [];
  const parser = new SaxesParser();
  let depth = 0;
  let brokenAt: number | null = null;
  parser.on('error', () => {
    brokenAt ??= parser.line;
  });
  parser.on('opentag', ({ name: written }) => {
    depth += 1;
    if (depth > DEEPEST) brokenAt ??= parser.line;
    const name = written.slice(written.indexOf(':') + 1);
    if (open.length === 0 && name !== kept) return;
    const node: XmlNode = { name, line: parser.line, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  const add = (content: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += content;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    depth -= 1;
    const node = open.pop();
    if (node && open.length === 0) nodes.push(node);
  });
  tally.total = Math.ceil(text.length / 1000);
  for (let at = 0; at < text.length && brokenAt === null; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    if (tally.count(CHUNK / 1000)) yield;
  }
  if (brokenAt === null) parser.close();
  return brokenAt === null ? { kind: 'read', nodes } : { kind: 'broken', line: brokenAt };
}

/** The elements on a path below a node. */
export function nodesAt(node: XmlNode, ...path: readonly string[]): XmlNode[] {
  return path.reduce<XmlNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  );
}
