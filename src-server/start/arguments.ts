import { parseArgs } from 'node:util';
import { demoProfiles } from '../../resources/demo/profiles.ts';
import { demoInstant } from '../../src-shared/values/demo-clock.ts';
import { UserMistake } from './user-mistake.ts';

export const usage = `Usage: npm run server -- [options]

  --data DIR            folder for the database, its key and the lock (default: ./postmappe-data)
  --port N              port to listen on; 0 picks a free one (default: 8470)
  --host ADDRESS        address to listen on (default: 127.0.0.1); any other needs --tls-cert and --tls-key
  --tls-cert FILE       certificate chain, PEM
  --tls-key FILE        private key, PEM
  --database URL        postgres://… instead of the embedded database
  --key-file FILE       key of the embedded database (default: DIR/database.key)
  --add-school          lets one further school be founded on this server, by a code it prints
  --demo small|large|municipality   fill an empty server with invented schools
  --demo-password WORD  the demo people's password (default: a random one, printed)
  --demo-now TIME       the demo's clock starts here, e.g. 2026-11-24T08:14
  --help                this text`;

export type ServerArguments = ReturnType<typeof readArguments>;

/**
 * Reads the command line.
 * @throws UserMistake with one sentence for anything it can't make sense of.
 */
export function readArguments(list: readonly string[]) {
  const values = parse(list);
  const port = Number(values.port ?? '8470');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UserMistake(`--port ${values.port}: a port is a number from 0 to 65535.`);
  const demo =
    values.demo === undefined ? undefined : demoProfiles.find((profile) => profile === values.demo);
  if (values.demo !== undefined && !demo)
    throw new UserMistake(`--demo ${values.demo}: there are small, large and municipality.`);
  const demoNowMs = demoInstant(values['demo-now'] ?? '');
  if (values['demo-now'] !== undefined && (!demo || demoNowMs === undefined)) {
    throw new UserMistake('--demo-now needs --demo and a time such as 2026-11-24T08:14.');
  }
  if (values['demo-password'] !== undefined && !demo) throw new UserMistake('--demo-password needs --demo.');
  if (values.database !== undefined && !/^postgres(ql)?:\/\//.test(values.database))
    throw new UserMistake('--database: only addresses that begin with postgres:// are known.');
  const { host, tls } = listening(values);
  return {
    data: values.data ?? 'postmappe-data',
    port,
    host,
    tls,
    database: values.database,
    keyFile: values['key-file'],
    addSchool: values['add-school'] ?? false,
    demo,
    demoPassword: values['demo-password'],
    demoNowMs,
    help: values.help ?? false,
  };
}

/** Where to listen, and with which certificate; beyond this machine only with one. */
function listening(values: ReturnType<typeof parse>) {
  const host = values.host ?? '127.0.0.1';
  const { 'tls-cert': cert, 'tls-key': key } = values;
  if ((cert === undefined) !== (key === undefined))
    throw new UserMistake('TLS needs both files: give --tls-cert and --tls-key.');
  const tls = cert !== undefined && key !== undefined ? { cert, key } : undefined;
  if (!tls && !['127.0.0.1', '::1', 'localhost'].includes(host)) {
    throw new UserMistake(
      `--host ${host}: beyond this machine the server listens only with TLS; give --tls-cert and --tls-key.`,
    );
  }
  return { host, tls };
}

function parse(list: readonly string[]) {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...list],
      options: {
        data: option,
        port: option,
        host: option,
        'tls-cert': option,
        'tls-key': option,
        database: option,
        'key-file': option,
        'add-school': { type: 'boolean' },
        demo: option,
        'demo-password': option,
        'demo-now': option,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UserMistake(
      `${error instanceof Error ? error.message.split('\n')[0] : 'The options can not be read'} (--help lists all options).`,
    );
  }
}
