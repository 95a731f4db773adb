import { type Kysely, sql } from 'kysely';

/** As they were when this step was written. Frozen: later changes are later steps. */
const localTables: readonly string[] = [
  'create table cache_meta (key text primary key not null, value text not null) strict, without rowid',
  `create table outbox_entry (
     position integer primary key autoincrement,
     id text not null unique,
     name text not null,
     args text not null,
     occurred_at text not null,
     depends_on text not null,
     state text not null check (state in ('pending', 'applied')),
     roots text not null
   ) strict`,
  `create table before_image (
     entry_id text not null references outbox_entry (id) on delete cascade,
     position integer not null,
     table_name text not null,
     row_id text not null,
     row text,
     primary key (entry_id, position)
   ) strict, without rowid`,
  'create index before_image_by_row on before_image (table_name, row_id)',
  `create table refused_entry (
     id text primary key not null,
     name text not null,
     args text not null,
     occurred_at text not null,
     reason text not null,
     refused_at text not null,
     chain_head text,
     roots text not null
   ) strict`,
  `create table sent_entry (
     position integer primary key,
     id text not null unique,
     name text not null,
     args text not null,
     occurred_at text not null,
     depends_on text not null,
     settled_at text not null,
     roots text not null
   ) strict`,
  'create index sent_entry_by_settled_at on sent_entry (settled_at)',
  `create table held_grant (
     facet text not null,
     root_id text not null,
     until_day text,
     expired integer not null,
     primary key (facet, root_id)
   ) strict, without rowid`,
  `create table seen_row (
     table_name text not null,
     row_id text not null,
     primary key (table_name, row_id)
   ) strict, without rowid`,
  `create table working_draft (
     id integer primary key not null check (id = 1),
     call_id text,
     draft text
   ) strict`,
];

/** Makes the tables a desk keeps for itself. */
export async function addLocalTables(db: Kysely<unknown>): Promise<void> {
  for (const statement of localTables) await sql.raw(statement).execute(db);
}
