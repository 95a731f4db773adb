import type { studentOperations } from '../../../src-shared/students/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { studentCard } from './card.ts';
import { studentDirectory } from './directory.ts';
import { duplicateGuardians } from './duplicate-guardians.ts';
import { findGuardians } from './find-guardians.ts';
import { guardianMerges } from './guardian-merges.ts';

/** The answers behind Kinder. */
export function studentHandlers(context: CoreContext): FeatureHandlers<typeof studentOperations> {
  const today = () => context.schoolTime().day;
  return {
    'students.directory': async ({ withLeft }) => ({
      lines: await studentDirectory(context.reader, today(), withLeft),
    }),
    'students.guardians': async ({ text }) => ({
      guardians: await findGuardians(context.reader, today(), text),
    }),
    'students.duplicateGuardians': async () => ({ pairs: await duplicateGuardians(context.reader, today()) }),
    'students.guardianMerges': async () => ({ merges: await guardianMerges(context.reader, context.now()) }),
    'students.card': ({ studentId }) => studentCard(context.reader, today(), studentId),
  };
}
