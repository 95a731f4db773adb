import type { z } from 'zod';
import { absenceOperations } from '../absences/contract.ts';
import { accountOperations } from '../accounts/contract.ts';
import { caseOperations } from '../cases/contract.ts';
import { deskOperations } from '../desk/contract.ts';
import { groupOperations } from '../groups/contract.ts';
import { handoverOperations } from '../handovers/contract.ts';
import { paperOperations } from '../paper/contract.ts';
import { rightsOperations } from '../rights/contract.ts';
import { rosterOperations } from '../roster/contract.ts';
import { schoolOperations } from '../school/contract.ts';
import { sessionOperations } from '../session/contract.ts';
import { staffOperations } from '../staff/contract.ts';
import { studentOperations } from '../students/contract.ts';
import { syncOperations } from '../sync/contract.ts';
import { todayOperations } from '../today/contract.ts';
import { viewOperations } from '../views/contract.ts';
import { commands } from './commands.ts';

/** Everything a window may ask its core. From this one object come the typed client and the typed handler map. */
export const staffContract = {
  ...sessionOperations,
  ...syncOperations,
  ...deskOperations,
  ...todayOperations,
  ...caseOperations,
  ...absenceOperations,
  ...handoverOperations,
  ...paperOperations,
  ...rosterOperations,
  ...studentOperations,
  ...groupOperations,
  ...rightsOperations,
  ...staffOperations,
  ...accountOperations,
  ...viewOperations,
  ...schoolOperations,
  ...commands,
} as const;

export type StaffContract = typeof staffContract;
export type OperationOf<K extends 'query' | 'action' | 'command'> = {
  [N in keyof StaffContract]: StaffContract[N]['kind'] extends K ? N : never;
}[keyof StaffContract];

export type QueryName = OperationOf<'query'>;
export type ActionName = OperationOf<'action'>;
export type OperationArgs<N extends keyof StaffContract> = z.input<StaffContract[N]['args']>;
export type ParsedArgs<N extends keyof StaffContract> = z.output<StaffContract[N]['args']>;
export type OperationResult<N extends keyof StaffContract> = z.output<StaffContract[N]['result']>;

/** True for the name of an operation of the contract. */
export function isStaffOperation(name: string): name is keyof StaffContract & string {
  return Object.hasOwn(staffContract, name);
}
