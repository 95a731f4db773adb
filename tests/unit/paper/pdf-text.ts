import { extractText, getDocumentProxy } from 'unpdf';

export interface PdfText {
  /** Text of each page, white space folded to single blanks. */
  readonly pages: readonly string[];
  readonly all: string;
  readonly title: string | undefined;
  /** Embedded fonts without their subset prefix, e.g. `Inter-Regular`. */
  readonly fonts: readonly string[];
}

/** Reads a PDF back the way a person or a search would. */
export async function readPdf(pdf: Uint8Array): Promise<PdfText> {
  // The reader takes its bytes away from their owner, hence the copies.
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  const pages = text.map((page) => page.replace(/\s+/g, ' '));
  const { info } = await document.getMetadata();
  const title = 'Title' in info ? String(info.Title) : undefined;
  return { pages, all: pages.join(' '), title, fonts: embeddedFonts(pdf) };
}

function embeddedFonts(pdf: Uint8Array): string[] {
  const names = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g);
  return [...new Set([...names].map((match) => match[1] ?? ''))].sort();
}
