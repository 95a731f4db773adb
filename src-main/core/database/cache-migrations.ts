import type { Kysely } from 'kysely';
import { addMorningDesk } from '../../../src-shared/tables/migrations/0010-morning-desk.ts';
import { addGroupsAndHistories } from '../../../src-shared/tables/migrations/0030-groups-and-histories.ts';
import { addTakingBack } from '../../../src-shared/tables/migrations/0040-taking-back.ts';
import { addImports } from '../../../src-shared/tables/migrations/0060-imports.ts';
import { addGuardianMerges } from '../../../src-shared/tables/migrations/0080-guardian-merges.ts';
import { addSchoolYears } from '../../../src-shared/tables/migrations/0090-school-years.ts';
import type { Migration } from './migrate.ts';
import { addLocalTables } from './migrations/0020-local-tables.ts';
import { addCacheHandovers } from './migrations/0050-handovers.ts';

/** All steps of a person's cache, oldest first; numbers in steps of ten. */
export const cacheMigrations: readonly Migration[] = [
  {
    number: 10,
    name: 'morning-desk',
    up: (db: Kysely<unknown>) => addMorningDesk(db, { dialect: 'sqlite', place: 'cache' }),
  },
  { number: 20, name: 'local-tables', up: addLocalTables },
  {
    number: 30,
    name: 'groups-and-histories',
    up: (db: Kysely<unknown>) => addGroupsAndHistories(db, { dialect: 'sqlite', place: 'cache' }),
  },
  {
    number: 40,
    name: 'taking-back',
    up: (db: Kysely<unknown>) => addTakingBack(db, { dialect: 'sqlite', place: 'cache' }),
  },
  { number: 50, name: 'handovers', up: addCacheHandovers },
  {
    number: 60,
    name: 'imports',
    up: (db: Kysely<unknown>) => addImports(db, { dialect: 'sqlite', place: 'cache' }),
  },
  {
    number: 70,
    name: 'guardian-merges',
    up: (db: Kysely<unknown>) => addGuardianMerges(db, { dialect: 'sqlite', place: 'cache' }),
  },
  {
    number: 80,
    name: 'school-years',
    up: (db: Kysely<unknown>) => addSchoolYears(db, { dialect: 'sqlite', place: 'cache' }),
  },
];
