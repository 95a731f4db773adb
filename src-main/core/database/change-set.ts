import type { LocalTopic } from '../../../src-shared/contract/operation.ts';
import { type TableName, tables } from '../../../src-shared/tables/registry.ts';

/** What one transaction changed: for the windows (which tables) and for the search (which people). */
export class ChangeSet {
  readonly topics = new Set<TableName | LocalTopic>();
  readonly students = new Set<string>();
  readonly guardians = new Set<string>();
  /** Classes were renamed, or so much came at once that naming everybody would be slower than starting anew. */
  everybody = false;

  /** Notes a changed row by its table and root. */
  row(table: TableName, rootId: string): void {
    this.topics.add(table);
    if (table === 'schoolClass') this.everybody = true;
    else if (!searchedTables.has(table)) return;
    else if (tables[table].root === 'guardian') this.guardians.add(rootId);
    else this.students.add(rootId);
  }

  /** Notes that a table changed in ways too many to name. */
  table(table: TableName): void {
    this.topics.add(table);
    if (table === 'schoolClass' || searchedTables.has(table)) this.everybody = true;
  }

  /** Notes that a table changed, without a word to the search: it is filled when all have come. */
  bulk(table: TableName): void {
    this.topics.add(table);
  }

  topic(topic: LocalTopic): void {
    this.topics.add(topic);
  }
}

const searchedTables: ReadonlySet<TableName> = new Set<TableName>([
  'student',
  'studentDetail',
  'guardian',
  'guardianship',
  'guardianContact',
]);
