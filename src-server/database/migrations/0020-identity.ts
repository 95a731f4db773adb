import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { TableTarget } from '../../../src-shared/tables/create.ts';

const text = ['text', true] as const;
const textOrNull = ['text', false] as const;
const integer = ['integer', true] as const;

const tables = {
  account: {
    key: ['id'],
    columns: {
      id: text,
      school_id: integer,
      kind: text,
      person_id: text,
      user_name: text,
      password_hash: text,
      created_at: text,
      locked_at: textOrNull,
    },
  },
  session: {
    key: ['token_hash'],
    columns: {
      token_hash: text,
      school_id: integer,
      account_id: text,
      device_id: text,
      created_at: text,
      expires_at: text,
      last_seen_at: text,
    },
  },
  device: {
    key: ['school_id', 'id'],
    columns: { id: text, school_id: integer, name: text, first_seen_at: text, revoked_at: textOrNull },
  },
  delegation: {
    key: ['token_hash'],
    columns: {
      token_hash: text,
      school_id: integer,
      account_id: text,
      device_id: text,
      created_at: text,
      expires_at: text,
    },
  },
  sign_in_failure: { key: ['id'], columns: { id: text, count: integer, last_at: text } },
} as const;

/** Accounts, sessions, devices, delegations, and the throttle's memory. */
export async function addIdentity(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  for (const [name, table] of Object.entries(tables)) {
    let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, [type, required]] of Object.entries(table.columns)) {
      builder = builder.addColumn(column, type, (definition) =>
        required ? definition.notNull() : definition,
      );
    }
    builder = builder.addPrimaryKeyConstraint(`${name}_key`, [...table.key]);
    await (target.dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder).execute();
  }
  await db.schema
    .createIndex('account_by_user_name')
    .on('account')
    .columns(['school_id', 'user_name'])
    .unique()
    .execute();
  await db.schema
    .createIndex('account_by_person')
    .on('account')
    .columns(['school_id', 'person_id'])
    .execute();
  await db.schema.createIndex('session_by_account').on('session').columns(['account_id']).execute();
}
