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
  SelectAllNode,
  SelectionNode,
  SelectQueryNode,
  TableNode,
  type UnknownRow,
  ValueNode,
  WhereNode,
} from 'kysely';
import type { DomainReader } from '../../src-shared/tables/registry.ts';
import type { ServerKysely, ServerWriter } from './schema.ts';

/**
 * Replaces each table named after FROM or JOIN by that table's rows of one school:
 * `from "absence"` becomes `from (select * from "absence" where "school_id" = 7) as "absence"`.
 * So a rule, written for one school's cache, cannot see another school on the server (decision 0005).
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
    const all = SelectQueryNode.cloneWithSelections(SelectQueryNode.createFrom([table]), [
      SelectionNode.create(SelectAllNode.create()),
    ]);
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
  // The scope hides the columns school_id and revision from nobody but the type; rules never name them.
  return db.withPlugin(new SchoolScope(schoolId)) as unknown as DomainReader;
}
