import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

export type ZipProblem = 'zipDamaged' | 'zipLocked' | 'zipTooLarge';

export type ReadZip =
  | { readonly kind: 'read'; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly kind: 'refused'; readonly code: ZipProblem };

export interface ZipLimits {
  /** Parts in the archive, wanted or not. */
  readonly parts: number;
  /** Bytes of all wanted parts together, unpacked. */
  readonly bytes: number;
}

/** Lists of a school are a few megabytes unpacked; an archive that claims more is not one, or means harm. */
export const zipLimits: ZipLimits = { parts: 2000, bytes: 100 * 1024 * 1024 };

class Refused extends Error {
  readonly code: ZipProblem;
  constructor(code: ZipProblem) {
    super(code);
    this.code = code;
  }
}

/**
 * Unpacks the wanted parts of a zip in memory. Nothing is unpacked before its claimed size fits the limits, a part that
 * grows beyond its claim is cut off, and each is compared with its checksum.
 * @param wanted by the path inside the archive
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  limits: ZipLimits = zipLimits,
): Promise<ReadZip> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      autoClose: false,
    });
    const entries = await listEntries(zip, wanted, limits);
    const parts = new Map<string, Buffer>();
    for (const entry of entries) parts.set(entry.fileName, await unpack(zip, entry));
    return { kind: 'read', parts };
  } catch (error) {
    return { kind: 'refused', code: error instanceof Refused ? error.code : 'zipDamaged' };
  } finally {
    zip?.close();
  }
}

async function listEntries(
  zip: ZipFile,
  wanted: (path: string) => boolean,
  limits: ZipLimits,
): Promise<Entry[]> {
  if (zip.entryCount > limits.parts) throw new Refused('zipTooLarge');
  const entries: Entry[] = [];
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new Refused('zipLocked');
    bytes += entry.uncompressedSize;
    if (bytes > limits.bytes) throw new Refused('zipTooLarge');
    entries.push(entry);
  }
  return entries;
}

/** The library ends the stream with an error as soon as it yields more, or in the end less, than the entry claims. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  if (crc32(whole) !== entry.crc32 >>> 0) throw new Refused('zipDamaged');
  return whole;
}
