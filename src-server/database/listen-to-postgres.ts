import pg from 'pg';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Listens on a channel of PostgreSQL for as long as the server runs. A cut connection is made again; what was
 * said meanwhile is lost, so `hear` is then called with `undefined`.
 * @returns how to stop listening.
 * @throws what the driver throws when the first connection can't be made.
 */
export async function listenToPostgres(
  url: string,
  channel: string,
  hear: (payload: string | undefined) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let pause = FIRST_PAUSE_MS;
  let retry: NodeJS.Timeout | undefined;
  let current: pg.Client | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', (message) => hear(message.payload));
    await client.connect();
    await client.query(`listen ${channel}`);
    if (stopped) return client.end();
    client.on('end', again);
    current = client;
    pause = FIRST_PAUSE_MS;
  };

  const again = (): void => {
    current = undefined;
    if (stopped) return;
    retry = setTimeout(() => {
      connect().then(() => hear(undefined), again);
    }, pause);
    retry.unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await current?.end();
  };
}
