import type { Row } from '../../../src-shared/tables/registry.ts';
import { anId } from './ids.ts';
import { at } from './school.ts';

/** What a teacher wrote about a child that has moved; it waits for the office. */
export function aHandover(fields: Partial<Row<'handover'>> = {}): Row<'handover'> {
  const studentId = fields.studentId ?? null;
  return {
    id: anId(),
    studentId,
    authorId: anId(),
    authorName: 'Jan Petersen',
    operation: 'cases.recordAttempt',
    args: JSON.stringify({ studentId, note: 'Die Oma holt ab.' }),
    occurredAt: at('07:30'),
    handedOverAt: at('07:45'),
    state: 'waiting',
    settledAt: null,
    settledBy: null,
    ...fields,
  };
}
