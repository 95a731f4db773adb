import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { holdsStudents } from '../../src-shared/groups/words.ts';
import { AdmitPerson } from './AdmitPerson.tsx';
import { AdmitStudents } from './AdmitStudents.tsx';

interface AdmitDialogProps {
  group: NonNullable<OperationResult<'groups.detail'>>;
  onClose: () => void;
}

/** Enters somebody in a group: children where it holds children, else guardians and colleagues. */
export function AdmitDialog({ group, onClose }: AdmitDialogProps) {
  return holdsStudents(group.kind) ? (
    <AdmitStudents group={group} onClose={onClose} />
  ) : (
    <AdmitPerson group={group} onClose={onClose} />
  );
}
