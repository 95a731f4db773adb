import { parseArgs } from 'node:util';
import {
  type RosterEncoding,
  type RosterSeparator,
  rosterEncodings,
  rosterSeparators,
} from '../../../src-shared/roster/types.ts';

/** What somebody asked the command for. */
export interface ImportOptions {
  readonly files: readonly string[];
  readonly server: string | null;
  readonly user: string | null;
  /** Short name of the school, where the server keeps several. */
  readonly school: string | null;
  /** File with the certificate of the school's own authority. */
  readonly ca: string | null;
  readonly passwordFile: string | null;
  readonly apply: boolean;
  readonly json: boolean;
  readonly encoding?: RosterEncoding | undefined;
  readonly separator?: RosterSeparator | undefined;
}

export type ReadOptions =
  | { readonly kind: 'run'; readonly options: ImportOptions }
  | { readonly kind: 'help' }
  /** `code`: a key of `cli` in the locale file. */
  | { readonly kind: 'wrong'; readonly code: string; readonly params: Readonly<Record<string, string>> };

const switches = {
  server: { type: 'string' },
  user: { type: 'string' },
  school: { type: 'string' },
  ca: { type: 'string' },
  'password-file': { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  apply: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Words for separators that are hard to type on a command line. */
const separatorWords: Readonly<Record<string, RosterSeparator>> = {
  semicolon: ';',
  comma: ',',
  tab: '\t',
  '\\t': '\t',
  bar: '|',
  pipe: '|',
};

export const encodingChoices = rosterEncodings.filter((encoding) => encoding !== 'mixed');
export const separatorChoices = ['semicolon', 'comma', 'tab', 'bar'] as const;

/** Reads the command line (without node and script). */
export function readImportOptions(argv: readonly string[]): ReadOptions {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: switches,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (values.help) return { kind: 'help' };
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.entries(switches).find(([name]) => name === token.name);
    if (!known) return wrong('unknownOption', { option: token.rawName });
    const needsValue = known[1].type === 'string';
    if (needsValue && (token.value === undefined || token.value === ''))
      return wrong('optionNeedsValue', { option: token.rawName });
  }
  return check(positionals, (name) => textOf(values[name]), {
    apply: values.apply === true,
    json: values.json === true,
  });
}

function check(
  files: readonly string[],
  text: (name: keyof typeof switches) => string | null,
  flags: Pick<ImportOptions, 'apply' | 'json'>,
): ReadOptions {
  const server = text('server');
  const user = text('user');
  const encoding = text('encoding')?.toLowerCase();
  const separator = text('separator');
  if (files.length === 0) return wrong('noFiles');
  if (encoding !== undefined && !isEncoding(encoding)) {
    return wrong('badEncoding', { value: encoding, encodings: encodingChoices.join(', ') });
  }
  const sign =
    separator === null
      ? undefined
      : (separatorWords[separator] ?? rosterSeparators.find((known) => known === separator));
  if (separator !== null && sign === undefined) {
    return wrong('badSeparator', { value: separator, separators: separatorChoices.join(', ') });
  }
  if (server !== null && !/^https?:\/\/[^/]+/.test(server)) return wrong('badServer', { value: server });
  if (flags.apply && server === null) return wrong('applyNeedsServer');
  if (server !== null && user === null) return wrong('serverNeedsUser');
  return {
    kind: 'run',
    options: {
      files,
      server,
      user,
      school: text('school'),
      ca: text('ca'),
      passwordFile: text('password-file'),
      encoding,
      separator: sign,
      ...flags,
    },
  };
}

function isEncoding(text: string): text is RosterEncoding {
  return encodingChoices.some((known) => known === text);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function wrong(code: string, params: Record<string, string> = {}): ReadOptions {
  return { kind: 'wrong', code, params };
}
