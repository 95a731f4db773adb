import { z } from 'zod';
import { commands } from '../../src-shared/contract/commands.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The arguments of each command as a client writes them, for the `components.schemas` of openapi.json; named
 * like the command that `POST /operations/{name}` takes in its path.
 */
export function commandSchemas(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(commands).map(([name, { args }]) => [
      name,
      z.toJSONSchema(args, { io: 'input', target: 'openapi-3.0' }),
    ]),
  );
}
