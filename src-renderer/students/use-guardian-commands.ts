import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import type { guardianFieldsOf } from './guardian-form.ts';
import type { CardGuardian } from './student-card.ts';

type Fields = NonNullable<ReturnType<typeof guardianFieldsOf>>;

/**
 * Carries out what a form says, by one command for each thing that can have changed; unchanged parts change
 * nothing and leave no trace. @returns functions that answer whether all of it was taken.
 */
export function useGuardianCommands(studentId: string) {
  const add = useCommand('guardians.add');
  const tie = useCommand('guardians.tie');
  const correct = useCommand('guardians.correct');
  const noteContacts = useCommand('guardians.noteContacts');
  const moveHouse = useCommand('guardians.moveHouse');
  const correctTie = useCommand('guardians.correctTie');
  const tieKnown = async (guardianId: string, fields: Fields) =>
    (await tie({ guardianshipId: newId(), studentId, guardianId, ...fields.tie })).ok;
  return {
    tieKnown,
    addNew: async (fields: Fields) => {
      const guardianId = newId();
      const address = fields.address && { ...fields.address, householdId: null };
      const added = await add({ guardianId, ...fields.name, contacts: fields.contacts, address });
      return added.ok && (await tieKnown(guardianId, fields));
    },
    change: async ({ guardianId, guardianshipId, address: before }: CardGuardian, fields: Fields) => {
      const address = fields.address ?? { street: '', postalCode: '', city: '' };
      const answers = [
        await correct({ guardianId, fields: fields.name }),
        await noteContacts({ guardianId, contacts: fields.contacts }),
        ...(fields.address || before
          ? [await moveHouse({ guardianId, ...address, householdId: before?.householdId ?? null })]
          : []),
        await correctTie({ guardianshipId, studentId, fields: fields.tie }),
      ];
      return answers.every((answer) => answer.ok);
    },
  };
}
