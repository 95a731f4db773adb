import type { RosterProblemCode } from '../../../src-shared/roster/problems.ts';

/** Lists of schools are a few hundred kilobytes; what is larger is not a list, or not ours. */
export const LARGEST_FILE_BYTES = 50 * 1024 * 1024;

const signatures: readonly { readonly bytes: readonly number[]; readonly code: RosterProblemCode }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], code: 'fileIsPdf' }, // %PDF-
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], code: 'fileIsOldExcel' }, // OLE compound file: .xls
  { bytes: [0x89, 0x50, 0x4e, 0x47], code: 'fileIsImage' }, // PNG
  { bytes: [0xff, 0xd8, 0xff], code: 'fileIsImage' }, // JPEG
  { bytes: [0x1f, 0x8b], code: 'fileIsZip' }, // gzip
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], code: 'fileIsZip' }, // 7z
  { bytes: [0x52, 0x61, 0x72, 0x21], code: 'fileIsZip' }, // rar
];

/** How far into a zip the names of its parts are looked for. */
const ZIP_HEAD_BYTES = 65_536;

/** What a file is by its bytes: text that may be a list, a container of lists, or what it is instead. */
export type FileKind = 'text' | 'workbook' | 'zip' | 'asv' | { readonly refused: RosterProblemCode };

/** Looks at the first bytes, not at the name: a workbook is often called .csv. */
export function recogniseFile(bytes: Uint8Array): FileKind {
  if (bytes.length > LARGEST_FILE_BYTES) return { refused: 'fileTooLarge' };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return recogniseZip(bytes);
  const code = whyNoText(bytes);
  if (code === 'fileIsXml' && isAsv(bytes)) return 'asv';
  return code ? { refused: code } : 'text';
}

function whyNoText(bytes: Uint8Array): RosterProblemCode | null {
  const signature = signatures.find((known) => startsWith(bytes, known.bytes));
  if (signature?.code === 'fileIsOldExcel' && isLockedWorkbook(bytes)) return 'zipLocked';
  if (signature) return signature.code;
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '');
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*$/.test(head) && bytes.length <= 1024) return 'fileEmpty';
  return /^\W{0,3}\s*<(\?xml|!doctype|html)/i.test(head) ? 'fileIsXml' : null;
}

function recogniseZip(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, ZIP_HEAD_BYTES)).toString('latin1');
  const tail = Buffer.from(bytes.subarray(-ZIP_HEAD_BYTES)).toString('latin1');
  const holds = (name: string) => head.includes(name) || tail.includes(name);
  if (holds('xl/')) return 'workbook';
  return holds('word/') ? { refused: 'fileIsWord' } : 'zip';
}

/** The root of an ASV export, or its namespace. */
function isAsv(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
  return /<(\w+:)?asv_export|asv\.bayern\.de/i.test(head);
}

/** A workbook with a password is a compound file that says so in UTF-16. */
function isLockedWorkbook(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
