/** The SQLite driver is built for Node-API 10; with an older Node it takes the process down without a word. */
const LOWEST_NODE_API = 10;

/** What to tell a person whose Node can't run the database driver; undefined when all is well. */
export function driverProblem(versions: Readonly<Record<string, string | undefined>>): string | undefined {
  if (Number(versions.napi ?? 0) >= LOWEST_NODE_API) return undefined;
  const found = versions.node ?? 'unknown';
  return `Postmappe needs Node 24, but was started with Node ${found}. Start it with "npm run app" or "npm start".`;
}

/** EX_CONFIG of sysexits.h: the machine is not set up for this program. */
export const EXIT_WRONG_NODE = 78;
