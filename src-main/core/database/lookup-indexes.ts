import { snakeCase } from '../../../src-shared/tables/column.ts';
import { indexName } from '../../../src-shared/tables/create.ts';
import { tableNames, tables } from '../../../src-shared/tables/registry.ts';
import type { RawDatabase } from './open-database.ts';

/**
 * The look-up indexes of one stage of a first pull. Tables of which the morning brings only the recent rows get
 * theirs with the rest: few rows are read fast without, and many are written fast without.
 */
function indexesOf(morning: boolean): { name: string; table: string; columns: string[] }[] {
  return tableNames
    .filter((table) => (tables[table].morning === true) === morning)
    .flatMap((table) => {
      const indexes: readonly (readonly string[])[] = tables[table].indexes;
      return indexes.map((index) => {
        const columns = index.map(snakeCase);
        return { name: indexName(snakeCase(table), columns), table: snakeCase(table), columns };
      });
    });
}

/** Drops the look-up indexes: a cache is filled three times faster without them. */
export function dropIndexes(raw: RawDatabase): void {
  for (const { name } of [...indexesOf(true), ...indexesOf(false)]) raw.exec(`drop index if exists ${name}`);
}

/** Makes the indexes of a stage that are missing. Cheap when none is. */
export function makeIndexes(raw: RawDatabase, stage: 'morning' | 'rest'): void {
  for (const { name, table, columns } of indexesOf(stage === 'morning')) {
    raw.exec(`create index if not exists ${name} on ${table} (${columns.join(', ')})`);
  }
}
