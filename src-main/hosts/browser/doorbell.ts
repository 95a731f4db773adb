import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = 'running.json';
/** Where a second start rings, and the path it asks for. */
export const BELL_PATH = '/another-window';

/** How a second start reaches the app that runs: in a file of the data folder, for this user alone. */
const bellSchema = z.object({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  /** The school's server the app belongs to. */
  server: z.string(),
  /** Base64url. Never sent: each side shows that it knows it. */
  secret: z.string().length(43),
});
export type Bell = z.output<typeof bellSchema>;

export const ringSchema = z.object({ nonce: z.string().length(43), proof: z.string() });
export const answerSchema = z.object({ address: z.string(), proof: z.string() });
export type Ring = z.output<typeof ringSchema>;
export type BellAnswer = z.output<typeof answerSchema>;

/** 256 random bits as text. */
export function randomText(): string {
  return randomBytes(32).toString('base64url');
}

function prove({ secret }: Bell, ...words: string[]): string {
  return createHmac('sha256', secret).update(words.join('\n')).digest('base64url');
}

function isProof(bell: Bell, proof: string, ...words: string[]): boolean {
  const [given, right] = [Buffer.from(proof), Buffer.from(prove(bell, ...words))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** What a second start sends. */
export function ring(bell: Bell): Ring {
  const nonce = randomText();
  return { nonce, proof: prove(bell, 'ring', nonce) };
}

/** Answers a ring with an address for one window; undefined for whoever does not know the secret. */
export function answerRing(bell: Bell, asked: Ring, invite: () => string): BellAnswer | undefined {
  if (!isProof(bell, asked.proof, 'ring', asked.nonce)) return undefined;
  const address = invite();
  return { address, proof: prove(bell, 'window', asked.nonce, address) };
}

/** Whether an answer comes from the app itself, and not from whoever has its port after it was killed. */
export function isFromApp(bell: Bell, { nonce }: Ring, { address, proof }: BellAnswer): boolean {
  return isProof(bell, proof, 'window', nonce, address);
}

/** Written beside and renamed: a second start reads the whole file or none. */
export async function hangBell(folder: string, bell: Bell): Promise<void> {
  const path = join(folder, FILE);
  await writeFile(`${path}.new`, JSON.stringify(bell), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

export async function takeBellDown(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}

/** @returns undefined when no app has hung one, or it can't be read */
export async function findBell(folder: string): Promise<Bell | undefined> {
  try {
    return bellSchema.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    return undefined;
  }
}
