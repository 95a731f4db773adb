import type { z } from 'zod';
import { readyCommand } from '../../../src-shared/contract/ready-command.ts';
import type { waitingHandover } from '../../../src-shared/handovers/contract.ts';
import { operationReach } from '../../../src-shared/rights/operations.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import type { CoreContext } from '../dispatch/context.ts';
import { readStudents, shown } from '../today/people.ts';

/** What waits for the office, the oldest first. A child who has left is not named: nobody enters anything for them. */
export async function waitingHandovers(context: CoreContext): Promise<z.output<typeof waitingHandover>[]> {
  const rows = await context.reader
    .selectFrom('handover')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('handedOverAt')
    .orderBy('id')
    .execute();
  const ids = rows.flatMap(({ studentId }) => studentId ?? []);
  const students = await readStudents(context.reader, ids, context.schoolTime().day);
  return rows.map((row) => {
    const student = row.studentId === null ? undefined : students.get(row.studentId);
    const { id, authorName, operation, args, occurredAt } = row;
    return {
      handoverId: id,
      student: student ? shown(student) : null,
      authorName,
      operation,
      args,
      occurredAt,
      mayTakeOver: mayTakeOver(context, row),
    };
  });
}

/** Whether the signed-in person could have entered it, and this version still understands it. */
export function mayTakeOver(context: CoreContext, { operation, args }: Row<'handover'>): boolean {
  if (operationReach(context.session().person.role, operation) !== 'all') return false;
  const command = readyCommand(operation, JSON.parse(args));
  return command !== undefined && 'rule' in command;
}
