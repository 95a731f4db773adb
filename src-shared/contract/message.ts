import { z } from 'zod';

/** What a window asks its core: an operation by name. `id` pairs the answer with the question. */
export const requestSchema = z.strictObject({
  id: z.number().int(),
  operation: z.string().max(60),
  args: z.unknown(),
});
export type Request = z.output<typeof requestSchema>;

/** Why a request was not carried out. `reason` is a code with a sentence in the locale files. */
export const failureKinds = [
  'invalidArguments',
  'unknownOperation',
  'forbidden',
  'refused',
  'unavailable',
  'internal',
] as const;
export type FailureKind = (typeof failureKinds)[number];

export const responseSchema = z.discriminatedUnion('ok', [
  z.object({ id: z.number().int(), ok: z.literal(true), result: z.unknown() }),
  z.object({
    id: z.number().int(),
    ok: z.literal(false),
    kind: z.enum(failureKinds),
    reason: z.string(),
    /** Values for the sentence; never a child's name, never health data. */
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);
export type Response = z.output<typeof responseSchema>;

/** Said by the core unasked: these tables or topics have changed; queries that read them are stale. */
export const changeNoticeSchema = z.object({ changed: z.array(z.string()) });
export type ChangeNotice = z.output<typeof changeNoticeSchema>;

/** The seam between window and core: exactly these two. */
export interface Transport {
  request(message: Request): Promise<Response>;
  onChange(listener: (notice: ChangeNotice) => void): () => void;
}
