import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationReach } from '../../../src-shared/rights/operations.ts';
import type { ImportFile } from '../../../src-shared/roster/import-files.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';
import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import { readMeta } from '../database/cache-meta.ts';
import { ChangeNotices } from '../dispatch/change-notices.ts';
import { systemClock } from '../machine/system-clock.ts';
import { createTextLog } from '../machine/text-log.ts';
import { usualPasswordCost } from '../session/key-wrap.ts';
import { SessionManager } from '../session/session-manager.ts';
import type { SignInResult } from '../session/sign-in-refusal.ts';
import type { Workspace } from '../session/workspace.ts';
import { createHttpTransport } from '../sync/http-transport.ts';
import { isCertificate } from '../sync/own-authority.ts';
import { ServerAddressError } from '../sync/server-address.ts';
import { applyParts, type CarriedOut } from './carry-out.ts';
import { importCommands } from './import-commands.ts';
import type { ImportWork } from './import-work.ts';
import { readCurrentRoster } from './read-current.ts';
import { type ImportConnection, ImportFailure, type ImportTarget } from './run-import.ts';

/** A whole school arrives within seconds; after this long something is wrong. */
const PATIENCE_MS = 120_000;

/**
 * Signs in with a staff core that has no window and a folder that lasts as long as the command: the import
 * goes the same way as one from the app, through rules, outbox and the server's decision.
 * @throws {ImportFailure}
 */
export async function connectCore(target: ImportTarget): Promise<ImportConnection> {
  const folder = await mkdtemp(join(tmpdir(), 'postmappe-import-'));
  const transport = openTransport(
    target.server,
    target.ca === null ? undefined : await readAuthority(target.ca),
  );
  const manager = await SessionManager.start(
    environmentFor(folder, transport),
    new ChangeNotices(),
    usualPasswordCost,
  );
  const close = async () => {
    await manager.close();
    await transport.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const workspace = await signIn(manager, target);
    return {
      close,
      fetchCurrent: () => readCurrentRoster(workspace.cache.reader, workspace.context.schoolTime().day),
      submit: (steps, files, work) => submitAll(workspace, steps, files, work),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readAuthority(path: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch(() => '');
  if (!isCertificate(pem)) throw new ImportFailure('cli.badAuthority', { value: path });
  return pem;
}

function openTransport(server: string, ca: string | undefined) {
  try {
    return createHttpTransport({ url: server, ...(ca === undefined ? {} : { ca }) });
  } catch (error) {
    if (error instanceof ServerAddressError) throw new ImportFailure('cli.badServer', { value: server });
    throw error;
  }
}

function environmentFor(dataFolder: string, server: ReturnType<typeof createHttpTransport>) {
  const unchanged = async (bytes: Uint8Array) => bytes;
  return {
    dataFolder,
    server,
    downtimeFolder: null,
    resourcesFolder: '',
    deviceName: `Import (${hostname()})`,
    clock: systemClock,
    randomBytes: (length: number) => new Uint8Array(randomBytes(length)),
    log: createTextLog(() => undefined),
    // The folder is gone when the command ends; the password alone wraps its key.
    secrets: { seal: unchanged, unseal: unchanged },
  };
}

function whyNot(result: SignInResult): string {
  if (result.status !== 'refused') return 'signInRefused';
  const codes: Partial<Record<typeof result.reason, string>> = {
    serverAway: 'serverUnreachable',
    untrusted: 'serverUntrusted',
    schoolNeeded: 'schoolNeeded',
    ownPasswordNeeded: 'ownPasswordNeeded',
  };
  return codes[result.reason] ?? 'signInRefused';
}

async function signIn(
  manager: SessionManager,
  { server, user, password, school }: ImportTarget,
): Promise<Workspace> {
  const result = await manager.signIn({
    userName: user,
    password,
    ...(school === null ? {} : { schoolKey: school }),
  });
  const workspace = manager.open?.workspace;
  if (result.status !== 'signedIn' || !workspace) {
    throw new ImportFailure(`cli.${whyNot(result)}`, { server });
  }
  if (operationReach(workspace.signedIn.person.role, 'roster.apply') !== 'all')
    throw new ImportFailure('cli.forbidden');
  await until(workspace, server, async () => (await readMeta(workspace.cache.reader, 'cursor')) !== null);
  return workspace;
}

/** Each part waits for the one before to be decided: what is said to be done is done on the server. */
function submitAll(
  workspace: Workspace,
  steps: readonly ImportStep[],
  files: readonly ImportFile[],
  work: ImportWork,
): Promise<CarriedOut> {
  const importId = uuidV7(systemClock.nowMs(), (length) => new Uint8Array(randomBytes(length)));
  return applyParts(importCommands(steps, files, importId), work, async (command) => {
    await workspace.submit('roster.apply', command);
    await untilDecided(workspace);
  });
}

async function untilDecided(workspace: Workspace): Promise<void> {
  const { reader } = workspace.cache;
  await until(workspace, '', async () => {
    const waiting = reader.selectFrom('outboxEntry').select('id').where('state', '=', 'pending');
    return (await waiting.limit(1).execute()).length === 0;
  });
  const [refused] = await reader.selectFrom('refusedEntry').select('reason').limit(1).execute();
  if (!refused) return;
  if (refused.reason === 'importOutdated') throw new ImportFailure('cli.importOutdated');
  throw new ImportFailure('cli.failed', { reason: refused.reason });
}

/** Looks again after each change of the cache until `done` says so. */
async function until(workspace: Workspace, server: string, done: () => Promise<boolean>): Promise<void> {
  const end = systemClock.nowMs() + PATIENCE_MS;
  while (!(await done())) {
    if (systemClock.nowMs() > end) throw new ImportFailure('cli.serverUnreachable', { server });
    workspace.engine.poke();
    await new Promise<void>((resume) => systemClock.after(50, resume));
    await workspace.engine.idle();
  }
}
