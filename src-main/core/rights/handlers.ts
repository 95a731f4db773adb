import type { rightsOperations } from '../../../src-shared/rights/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { rightsOfPerson } from './of-person.ts';

/** The answers behind "Was darf …?". */
export function rightsHandlers(context: CoreContext): FeatureHandlers<typeof rightsOperations> {
  return {
    'rights.ofPerson': ({ staffId }) => rightsOfPerson(context.reader, context.schoolTime().day, staffId),
  };
}
