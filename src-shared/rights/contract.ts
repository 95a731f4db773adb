import { z } from 'zod';
import { assignmentKinds } from '../classes/words.ts';
import { defineQuery } from '../contract/operation.ts';
import { daySchema } from '../values/day.ts';
import { staffRoles } from './roles.ts';

const reach = z.enum(['all', 'own', 'self']);

/** What one member of staff may see and do today, as the table of rights says it; what reaches nowhere is left out. */
export const rightsOfPerson = defineQuery('rights.ofPerson', {
  args: z.strictObject({ staffId: z.uuid() }),
  result: z
    .object({
      staffId: z.uuid(),
      name: z.string(),
      role: z.enum(staffRoles),
      leftOn: daySchema.nullable(),
      /** By what children are this person's own, today and later. */
      responsibilities: z.array(
        z.object({
          kind: z.enum([...assignmentKinds, 'groupLead']),
          id: z.uuid(),
          name: z.string(),
          fromDay: daySchema,
          untilDay: daySchema.nullable(),
          when: z.enum(['current', 'future']),
        }),
      ),
      sees: z.array(z.object({ facet: z.string(), reach })),
      does: z.array(z.object({ operation: z.string(), reach })),
    })
    .nullable(),
  reads: ['staffMember', 'classAssignment', 'groupLead', 'schoolClass', 'schoolGroup', 'minute'],
});

export const rightsOperations = { 'rights.ofPerson': rightsOfPerson } as const;
