import type { rightsOperations } from '../../../src-shared/rights/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { rightsOfPerson } from './of-person.ts';

/** The answers behind "Was darf …?". */
export function rightsHandlers(context: CoreContext): FeatureHandlers<typeof rightsOperations> {
  return {
    'rights.ofPerson': ({ staffId }) => {
      const { person } = context.session();
      // Teachers may look at their own rights; of a colleague's they are told nothing.
      if (person.role === 'teacher' && person.id !== staffId) return null;
      return rightsOfPerson(context.reader, context.schoolTime().day, staffId);
    },
  };
}
