import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AlreadySetUpError, foundSchool, SchoolKeyTakenError } from '../setup/found-school.ts';
import { type FormProblem, type FormValues, formValues, readForm } from '../setup/set-up-form.ts';
import { notePage, setUpPage } from '../setup/set-up-page.ts';
import { type SetUp, setUpRequestSchema } from '../setup/set-up-request.ts';
import { languageOf, setUpWords } from '../setup/set-up-words.ts';
import { failure, failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';

const refused = failure(
  'setUpRefused',
  'Set-up is not possible: the token is wrong, older than 15 minutes or used. Restart the server for a new one.',
);
const keyTaken = failure(
  'schoolKeyTaken',
  'A school of this server has that short name already. Choose another key; the token is as good as before.',
);
const style = readFileSync(new URL('../setup/set-up-page.css', import.meta.url), 'utf8');
/** Five hundred people and two hundred holidays fit; a password list is no upload. */
const BODY_LIMIT = 512 * 1024;

/**
 * The one-time set-up, as JSON and as a page with a form. A wrong, late or used token and a server that has a
 * school get the same answer.
 */
export async function addSetUpRoutes(server: FastifyInstance, parts: ServerParts): Promise<void> {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  server.withTypeProvider<ZodTypeProvider>().post(
    '/set-up',
    {
      schema: {
        body: setUpRequestSchema,
        response: { ...failureResponses, 201: z.object({ status: z.literal('setUp') }) },
      },
      attachValidation: true,
      bodyLimit: BODY_LIMIT,
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const body: unknown = request.body;
      if (body instanceof URLSearchParams) return answerForm(parts, request, reply, body);
      if (request.validationError) throw request.validationError;
      const outcome = await setUp(parts, request.body);
      if (outcome === 'refused') return reply.code(403).send(refused);
      if (outcome === 'keyTaken') return reply.code(409).send(keyTaken);
      return reply.code(201).send({ status: 'setUp' as const });
    },
  );
  server.get('/set-up', async (request, reply) => {
    const school = await parts.database.reader.selectFrom('school').select('id').limit(1).executeTakeFirst();
    if (school && !parts.setUpDoor.isOpenToFurther)
      return sendNote(request, reply.code(404), 'closedTitle', 'closed');
    return sendForm(request, reply, {}, [], false);
  });
  server.get('/set-up/style.css', async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(style),
  );
}

/** `refused`: nobody may set up, because the token is not good, or there is a school. */
async function setUp(parts: ServerParts, request: SetUp): Promise<'done' | 'refused' | 'keyTaken'> {
  try {
    const { admitted } = await parts.setUpDoor.enter(request.token, (scope) =>
      foundSchool(parts, request, scope),
    );
    return admitted ? 'done' : 'refused';
  } catch (error) {
    if (error instanceof AlreadySetUpError) return 'refused';
    if (error instanceof SchoolKeyTakenError) return 'keyTaken';
    throw error;
  }
}

async function answerForm(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
  body: URLSearchParams,
): Promise<FastifyReply> {
  const values = formValues(body);
  const read = readForm(values, wordsFor(request).words);
  if (!read.ok) return sendForm(request, reply.code(400), values, read.problems, false);
  const outcome = await setUp(parts, read.request);
  if (outcome === 'refused') return sendForm(request, reply.code(403), values, [], true);
  if (outcome === 'keyTaken') {
    const taken = { field: 'schoolName', line: null, problem: 'schoolTaken' } as const;
    return sendForm(request, reply.code(409), values, [taken], false);
  }
  return sendNote(request, reply.code(201), 'doneTitle', 'done');
}

function wordsFor(request: FastifyRequest) {
  const language = languageOf(request.headers['accept-language']);
  return { language, words: setUpWords(language) };
}

function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  values: Partial<FormValues>,
  problems: readonly FormProblem[],
  isRefused: boolean,
): FastifyReply {
  const { language, words } = wordsFor(request);
  return sendPage(reply, setUpPage(language, words, { values, problems, refused: isRefused }));
}

function sendNote(
  request: FastifyRequest,
  reply: FastifyReply,
  title: 'doneTitle' | 'closedTitle',
  note: 'done' | 'closed',
): FastifyReply {
  const { language, words } = wordsFor(request);
  return sendPage(reply, notePage(language, words[title], words[note]));
}

/** A page is not what the route's schema describes for programs, so it goes out as it is. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').serializer(String).send(page);
}
