import type { Clock, Log } from '../environment.ts';
import type { DowntimeFolder, DowntimeOutcome, DowntimeSheets } from '../paper/downtime-folder.ts';

/** How long the job waits for more changes before it prints, and how long at most. */
const QUIET_MS = 20_000;
const LONGEST_WAIT_MS = 120_000;
/** How often it looks whether a new day has begun, or an announced time has passed. */
const CHECK_MS = 300_000;

/** Tables whose rows stand on the sheets. */
const printed: ReadonlySet<string> = new Set([
  'schoolSetting',
  'freePeriod',
  'schoolClass',
  'staffMember',
  'classAssignment',
  'student',
  'studentDetail',
  'guardian',
  'guardianship',
  'guardianContact',
  'rollCall',
  'rollCallMark',
  'contactAttempt',
  'absence',
  'absenceReport',
]);

/** Where the sheets for a morning without computers lie, and how the last attempt went. */
export interface DowntimeState {
  readonly folder: string | null;
  /** ISO, UTC. */
  readonly madeAt: string | null;
  readonly problem: 'noSpace' | 'folderGone' | 'failed' | null;
}

/** Keeps the downtime sheets as new as the cache: on a new day, and some seconds after each change. */
export interface DowntimeJob {
  /** Rows of these tables have changed; tables that are not on the sheets are ignored. */
  changed(tables: Iterable<string>): void;
  state(): DowntimeState;
  /** Makes the sheets now; resolves when that has been tried. */
  makeNow(): Promise<void>;
  /** No more sheets; one that is being made is finished. */
  stop(): void;
}

export interface DowntimeJobParts {
  readonly folderPath: string;
  readonly folder: DowntimeFolder;
  /** False until the first sync has brought names, guardians and today. */
  readonly isReady: () => boolean;
  readonly readSheets: () => Promise<DowntimeSheets>;
  readonly onState: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Starts the job; the first sheets are made as soon as the cache is ready. */
export function startDowntimeJob(parts: DowntimeJobParts): DowntimeJob {
  const { clock, folderPath } = parts;
  let state: DowntimeState = { folder: folderPath, madeAt: null, problem: null };
  let waitingSince: number | null = null;
  let cancelWait = () => {};
  let cancelCheck = () => {};
  let stopped = false;

  async function make(): Promise<void> {
    cancelWait();
    waitingSince = null;
    if (stopped || !parts.isReady()) return;
    const outcome = await attempt(parts);
    if (outcome.kind === 'superseded' || stopped) return;
    const next = stateAfter(state, outcome, clock.nowMs());
    const differs = next.madeAt !== state.madeAt || next.problem !== state.problem;
    state = next;
    if (outcome.kind === 'failed') parts.log.warn('downtime sheet not made', { reason: outcome.reason });
    if (differs) parts.onState();
  }

  function schedule(): void {
    const now = clock.nowMs();
    waitingSince ??= now;
    cancelWait();
    const left = Math.max(0, waitingSince + LONGEST_WAIT_MS - now);
    cancelWait = clock.after(Math.min(QUIET_MS, left), () => void make());
  }

  function check(): void {
    if (waitingSince === null) schedule();
    cancelCheck = clock.after(CHECK_MS, check);
  }

  check();
  return {
    changed(tables) {
      if (!stopped && [...tables].some((table) => printed.has(table))) schedule();
    },
    state: () => state,
    makeNow: make,
    stop() {
      stopped = true;
      cancelWait();
      cancelCheck();
    },
  };
}

/** A sheet that could not even be read is a failure like any other; the earlier files stay. */
async function attempt(parts: DowntimeJobParts): Promise<DowntimeOutcome> {
  try {
    return await parts.folder.write(await parts.readSheets());
  } catch {
    return { kind: 'failed', reason: 'notPrinted', file: '' };
  }
}

function stateAfter(state: DowntimeState, outcome: DowntimeOutcome, nowMs: number): DowntimeState {
  switch (outcome.kind) {
    case 'written':
      return { ...state, madeAt: new Date(nowMs).toISOString(), problem: null };
    case 'failed':
      return { ...state, problem: problems[outcome.reason] };
    default:
      return { ...state, problem: null };
  }
}

const problems = {
  noSpace: 'noSpace',
  folderMissing: 'folderGone',
  notAllowed: 'failed',
  fileInUse: 'failed',
  unexpected: 'failed',
  notPrinted: 'failed',
} as const;
