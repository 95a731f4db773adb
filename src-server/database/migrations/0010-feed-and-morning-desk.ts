import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { revisionType, type TableTarget } from '../../../src-shared/tables/create.ts';
import { addMorningDesk } from '../../../src-shared/tables/migrations/0010-morning-desk.ts';

/** Schools, the feed of commit groups, visibility, audit, and the synced tables of the morning desk. */
export async function addFeedAndMorningDesk(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  const revision = revisionType(target);
  const finish = async (builder: CreateTableBuilder<string, string>): Promise<void> => {
    await (target.dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder).execute();
  };
  const school = db.schema.createTable('school');
  const schoolId =
    target.dialect === 'postgres'
      ? school.addColumn('id', 'integer', (column) => column.primaryKey().generatedByDefaultAsIdentity())
      : school.addColumn('id', 'integer', (column) => column.primaryKey());
  await finish(
    schoolId
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('revision', revision, (column) => column.notNull())
      .addColumn('feed_hash', 'text', (column) => column.notNull())
      .addColumn('oldest_revision', revision, (column) => column.notNull())
      .addColumn('visibility_day', 'text', (column) => column.notNull()),
  );
  await finish(
    db.schema
      .createTable('feed')
      .addColumn('school_id', 'integer', (column) => column.notNull().references('school.id'))
      .addColumn('revision', revision, (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('feed_key', ['school_id', 'revision']),
  );
  await finish(
    db.schema
      .createTable('tombstone')
      .addColumn('school_id', 'integer', (column) => column.notNull())
      .addColumn('revision', revision, (column) => column.notNull())
      .addColumn('table_name', 'text', (column) => column.notNull())
      .addColumn('row_id', 'text', (column) => column.notNull())
      .addColumn('root_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('tombstone_key', ['school_id', 'table_name', 'row_id']),
  );
  await db.schema
    .createIndex('tombstone_by_revision')
    .on('tombstone')
    .columns(['school_id', 'revision'])
    .execute();
  await finish(
    db.schema
      .createTable('sync_entry')
      .addColumn('school_id', 'integer', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('author_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('args_hash', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('revision', revision, (column) => column.notNull())
      .addColumn('occurred_at', 'text', (column) => column.notNull())
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('sync_entry_key', ['school_id', 'entry_id']),
  );
  await db.schema
    .createIndex('sync_entry_by_author_revision')
    .on('sync_entry')
    .columns(['school_id', 'author_id', 'revision'])
    .execute();
  await addVisibilityAndAudit(db, revision, finish);
  await addMorningDesk(db, target);
}

async function addVisibilityAndAudit(
  db: Kysely<unknown>,
  revision: 'bigint' | 'integer',
  finish: (builder: CreateTableBuilder<string, string>) => Promise<void>,
): Promise<void> {
  await finish(
    db.schema
      .createTable('visibility')
      .addColumn('school_id', 'integer', (column) => column.notNull())
      .addColumn('staff_id', 'text', (column) => column.notNull())
      .addColumn('facet', 'text', (column) => column.notNull())
      .addColumn('root_id', 'text', (column) => column.notNull())
      .addColumn('since_revision', revision, (column) => column.notNull())
      .addColumn('until_revision', revision)
      .addColumn('until_day', 'text')
      .addPrimaryKeyConstraint('visibility_key', [
        'school_id',
        'staff_id',
        'facet',
        'root_id',
        'since_revision',
      ]),
  );
  await finish(
    db.schema
      .createTable('audit_entry')
      .addColumn('school_id', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_role', 'text', (column) => column.notNull())
      .addColumn('operation', 'text', (column) => column.notNull())
      .addColumn('entry_id', 'text')
      .addColumn('revision', revision, (column) => column.notNull())
      .addColumn('records', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('audit_entry_key', ['school_id', 'id']),
  );
  await finish(
    db.schema
      .createTable('server_fact')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull()),
  );
}
