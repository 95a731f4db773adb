import { CamelCasePlugin, type PluginTransformResultArgs, type QueryResult, type UnknownRow } from 'kysely';

/**
 * `given_name` in the database, `givenName` in the program. Kysely's own plugin looks into every cell for nested
 * objects and spells each row's names anew; our cells are plain, and all rows of an answer have the same columns.
 */
export class ColumnNames extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const [first] = result.rows;
    if (!first) return result;
    const columns = Object.keys(first);
    const names = columns.map((column) => this.camelCase(column));
    if (columns.every((column, at) => column === names[at])) return result;
    return { ...result, rows: result.rows.map((row) => renamed(row, columns, names)) };
  }
}

function renamed(row: UnknownRow, columns: readonly string[], names: readonly string[]): UnknownRow {
  const answer: UnknownRow = {};
  for (let at = 0; at < columns.length; at += 1) answer[names[at] as string] = row[columns[at] as string];
  return answer;
}
