import type { handoverOperations } from '../../../src-shared/handovers/contract.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import type { CacheReader, CoreContext, EntryTools, FeatureHandlers } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import { mayTakeOver, waitingHandovers } from './waiting.ts';

/** The answers about what was handed over to the office, and entering it as one's own. */
export function handoverHandlers(
  context: CoreContext,
  { enter }: EntryTools,
): FeatureHandlers<typeof handoverOperations> {
  return {
    'handovers.waiting': async () => ({ handovers: await waitingHandovers(context) }),
    'handovers.takeOver': async ({ handoverId }) => {
      const handover = await findHandover(context.reader, handoverId);
      if (handover?.state !== 'waiting') throw new OperationFailure('refused', 'handoverUnknown');
      if (!mayTakeOver(context, handover)) throw new OperationFailure('forbidden', 'forbidden');
      // Two entries, the second only with the first: what the server then refuses goes on waiting here.
      const entryId = await enter(handover.operation, JSON.parse(handover.args));
      await enter('handovers.settle', { handoverId, outcome: 'takenOver' }, [entryId]);
      return {};
    },
  };
}

async function findHandover(reader: CacheReader, id: string): Promise<Row<'handover'> | undefined> {
  return reader.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();
}
