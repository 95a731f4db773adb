import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A sheet that could not be made, in words for the log; never holds a word of the data. */
export class TypstError extends Error {
  override readonly name = 'TypstError';
}

/** Sources and fonts, read once; no file is opened by the compiler itself, so that an archive is enough. */
export interface TypstEngine {
  /**
   * Compiles one template.
   * @param template file name in resources/letters, without `.typ`.
   * @param data reaches the template as JSON and only as text: nothing in it is ever read as Typst.
   * @param createdAtSeconds Unix time written into the PDF; same time and data give the same bytes.
   */
  compile(template: string, data: unknown, createdAtSeconds: number): Uint8Array;
}

/** Where the templates live for the compiler: a folder that need not exist. */
const WORKSPACE = sep === '\\' ? 'C:\\postmappe-letters' : '/postmappe-letters';

/** Loads the compiler (native code, about 40 ms), the templates and the fonts. */
export async function loadTypstEngine(folders: { letters: string; fonts: string }): Promise<TypstEngine> {
  const [{ NodeCompiler: Compiler }, fontBlobs, sources] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readAll(folders.fonts, '.ttf'),
    readAll(folders.letters, '.typ'),
  ]);
  if (fontBlobs.size === 0) throw new TypstError('no fonts for printing');
  const compiler = Compiler.create({
    workspace: WORKSPACE,
    fontArgs: [{ fontBlobs: [...fontBlobs.values()] }],
  });
  for (const [name, source] of sources) compiler.addSource(join(WORKSPACE, name), source.toString('utf8'));
  return { compile: (template, data, seconds) => compile(compiler, template, data, seconds) };
}

function compile(
  compiler: NodeCompiler,
  template: string,
  data: unknown,
  creationTimestamp: number,
): Uint8Array {
  const mainFilePath = join(WORKSPACE, `${template}.typ`);
  const outcome = compiler.compile({ mainFilePath, inputs: { data: toInertJson(data) } });
  const document = outcome.result;
  if (!document) throw new TypstError(`template ${template} does not compile`);
  const pdf = compiler.pdf(document, { creationTimestamp });
  // The cache would keep every child's name of every print in memory.
  compiler.evictCache(0);
  return pdf;
}

/** JSON whose strings hold no control characters, no turned reading direction and no broken surrogates. */
function toInertJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string'
      ? value.toWellFormed().replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
      : value,
  );
}

async function readAll(folder: string, ending: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return new Map(names.map((name, index) => [name, contents[index] ?? Buffer.alloc(0)]));
}
