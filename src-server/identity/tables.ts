/** A person who can sign in. `personId` is the staff member's or guardian's id. */
export interface AccountTable {
  id: string;
  schoolId: number;
  kind: 'staff' | 'guardian';
  personId: string;
  /** Lower case; unique within the school. */
  userName: string;
  /** argon2id, PHC string. */
  passwordHash: string;
  createdAt: string;
  lockedAt: string | null;
  /** Why, as whoever locked it wrote. */
  lockReason: string | null;
  /** Until when the password, made by somebody else, lets in once; null: it is the person's own. */
  oneTimeUntil: string | null;
}

/** A signed-in device. Only the hash of the token is kept. */
export interface SessionTable {
  tokenHash: string;
  schoolId: number;
  accountId: string;
  deviceId: string;
  createdAt: string;
  expiresAt: string;
  lastSeenAt: string;
}

/** A device somebody has signed in on; a revoked one gets nothing more. */
export interface DeviceTable {
  id: string;
  schoolId: number;
  name: string;
  firstSeenAt: string;
  revokedAt: string | null;
}

/** Lets a device deliver one person's sealed entries; good for nothing else. Only the hash is kept. */
export interface DelegationTable {
  tokenHash: string;
  schoolId: number;
  accountId: string;
  deviceId: string;
  createdAt: string;
  expiresAt: string;
}

/** Failed attempts per (account name, network); strangers can slow themselves down, never the owner elsewhere. */
export interface SignInFailureTable {
  /** SHA-256 of school, user name and network prefix. */
  id: string;
  count: number;
  lastAt: string;
}

export interface IdentityTables {
  account: AccountTable;
  session: SessionTable;
  device: DeviceTable;
  delegation: DelegationTable;
  signInFailure: SignInFailureTable;
}
