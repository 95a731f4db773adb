import { type SheetKind, sheetKinds } from '../../src-shared/paper/contract.ts';
import type { StaffRole } from '../../src-shared/rights/roles.ts';

/** Sheets with reasons or phone numbers stay with office and head. */
const forEveryone: readonly SheetKind[] = ['staffRoomList', 'evacuation'];

/** The sheets a person may print, in the order of the menu. */
export function sheetsFor(role: StaffRole): readonly SheetKind[] {
  if (role === 'administrator') return [];
  return role === 'teacher' ? forEveryone : sheetKinds;
}
