import type { ReadonlyKysely } from 'kysely/readonly';
import type { CallDraft } from '../../../src-shared/calls/draft.ts';
import type {
  OperationOf,
  OperationResult,
  ParsedArgs,
  StaffContract,
} from '../../../src-shared/contract/staff-contract.ts';
import type { StaffRole } from '../../../src-shared/rights/roles.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import type { CacheTables } from '../database/cache-tables.ts';
import type { Clock, Log } from '../environment.ts';
import type { StudentIndex } from '../search/student-index.ts';

/** Who is signed in at this desk, and for which school. */
export interface SignedIn {
  readonly person: {
    /** Id of the staff member. */
    readonly id: string;
    readonly givenName: string;
    readonly familyName: string;
    readonly role: StaffRole;
    readonly userName: string;
  };
  readonly school: { readonly id: string; readonly name: string; readonly timeZone: string };
}

/** A cache that can only be read: the synced tables and this desk's own. */
export type CacheReader = ReadonlyKysely<CacheTables>;

/** The unfinished entry of the phone desk, kept as it is typed. */
export interface WorkingDraftStore {
  read(): Promise<{ callId: string | null; draft: CallDraft | null }>;
  keep(callId: string | null, draft: CallDraft | null): Promise<void>;
}

/**
 * What handlers of queries and desk actions work with. One context lives as long as one person's cache is
 * open: locking the screen ends it, unlocking makes another. So handlers may keep prepared things beside it.
 */
export interface CoreContext {
  /** A connection of its own: it sees whole transactions only, and never waits for the writer. */
  readonly reader: CacheReader;
  /** Filled and kept up to date by the core; holds exactly the children of the cache. */
  readonly search: StudentIndex;
  /** Who works here; the school's name and time zone. */
  readonly session: () => SignedIn;
  readonly clock: Clock;
  /** The school's day and time of day (`HH:MM`) now, in the school's time zone. */
  readonly schoolTime: () => { readonly day: Day; readonly time: string };
  /** Now as an instant (ISO, UTC). */
  readonly now: () => string;
  readonly workingDraft: WorkingDraftStore;
  /** See {@link CoreEnvironment.downtimeFolder}. */
  readonly downtimeFolder: string | null;
  /** Tells the windows that something outside the synced tables has changed. */
  readonly changed: (topic: 'workingDraft' | 'import' | 'minute') => void;
  readonly log: Log;
}

/** The way into the outbox, for actions that come to one or more entries. */
export interface EntryTools {
  readonly newId: () => string;
  /**
   * Does a command at this desk.
   * @param after ids of entries without which this one makes no sense
   * @returns the entry's id
   * @throws {OperationFailure} as a command of the window would
   */
  readonly enter: (name: string, args: unknown, after?: readonly string[]) => Promise<string>;
}

/** A handler: parsed arguments in, the result out. To say no to a user, throw a {@link OperationFailure}. */
export type Handler<N extends keyof StaffContract> = (
  args: ParsedArgs<N>,
) => Promise<OperationResult<N>> | OperationResult<N>;

/** Handlers by operation name; leaving one out does not compile. */
export type Handlers<N extends keyof StaffContract> = { readonly [K in N]: Handler<K> };

/** All queries, or all actions: `Handlers<'desk.student' | …>`. */
export type HandlersFor<Kind extends 'query' | 'action' | 'command'> = Handlers<OperationOf<Kind>>;

/** The handlers a feature has to give: `FeatureHandlers<typeof deskOperations>`. */
export type FeatureHandlers<Operations> = Handlers<keyof Operations & keyof StaffContract>;
