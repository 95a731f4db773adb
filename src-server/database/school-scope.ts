import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  type FromNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  ReferenceNode,
  type RootOperationNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  type UnknownRow,
  ValueNode,
  WhereNode,
} from 'kysely';
import { snakeCase } from '../../src-shared/tables/column.ts';
import { columnNames, type DomainReader, tableNames } from '../../src-shared/tables/registry.ts';
import type { ServerKysely, ServerWriter } from './schema.ts';

/** The columns that rules know, by the SQL name of the table: what the server adds is not among them. */
const columnsOf = new Map<string, readonly string[]>(
  tableNames.map((table) => [snakeCase(table), columnNames(table).map(snakeCase)]),
);

/**
 * Replaces each table named after FROM or JOIN by that table's rows of one school:
 * `from "absence"` becomes `from (select "id", … from "absence" where "school_id" = 7) as "absence"`.
 * So a rule, written for one school's cache, cannot see another school on the server (decision 0005), and a row
 * it reads whole is a row as the cache would have it.
 */
class SchoolScope extends OperationNodeTransformer implements KyselyPlugin {
  readonly #schoolId: number;

  constructor(schoolId: number) {
    super();
    this.#schoolId = schoolId;
  }

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.transformNode(args.node, args.queryId);
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }

  protected override transformFrom(
    node: FromNode,
    queryId?: Parameters<OperationNodeTransformer['transformNode']>[1],
  ): FromNode {
    const transformed = super.transformFrom(node, queryId);
    return { ...transformed, froms: transformed.froms.map((from) => this.#scoped(from)) };
  }

  protected override transformJoin(
    node: JoinNode,
    queryId?: Parameters<OperationNodeTransformer['transformNode']>[1],
  ): JoinNode {
    const transformed = super.transformJoin(node, queryId);
    return { ...transformed, table: this.#scoped(transformed.table) };
  }

  #scoped(node: OperationNode): OperationNode {
    if (TableNode.is(node)) return this.#rowsOf(node, node.table.identifier);
    if (AliasNode.is(node) && TableNode.is(node.node)) return this.#rowsOf(node.node, node.alias);
    return node;
  }

  #rowsOf(table: TableNode, alias: OperationNode): OperationNode {
    const columns = columnsOf.get(table.table.identifier.name);
    if (!columns) throw new Error(`A rule may not read the table ${table.table.identifier.name}.`);
    const all = SelectQueryNode.cloneWithSelections(
      SelectQueryNode.createFrom([table]),
      columns.map((column) => SelectionNode.create(ReferenceNode.create(ColumnNode.create(column)))),
    );
    const sameSchool = BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create('school_id')),
      OperatorNode.create('='),
      ValueNode.create(this.#schoolId),
    );
    const scoped: SelectQueryNode = { ...all, where: WhereNode.create(sameSchool) };
    return AliasNode.create(scoped, alias);
  }
}

/** One school's rows, as rules see them. Inside a transaction it reads what the transaction wrote. */
export function readSchool(db: ServerKysely | ServerWriter, schoolId: number): DomainReader {
  // The scope leaves exactly the columns of the domain's tables.
  return db.withPlugin(new SchoolScope(schoolId)) as unknown as DomainReader;
}
