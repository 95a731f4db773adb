import { expect } from 'vitest';
import type { Viewpoint } from '../../src-main/core/today/viewpoint.ts';
import {
  type OperationResult,
  type StaffContract,
  staffContract,
} from '../../src-shared/contract/staff-contract.ts';
import type { StaffRole } from '../../src-shared/rights/roles.ts';
import { anOffice, at, MONDAY } from './builders/school.ts';

/** An answer exactly as the contract has it: nothing missing, nothing beside it. */
export function asContract<N extends keyof StaffContract>(name: N, answer: unknown): OperationResult<N> {
  const parsed = staffContract[name].result.parse(answer);
  expect(answer).toEqual(parsed);
  // The schema of this very operation has just accepted the answer.
  return parsed as OperationResult<N>;
}

/** The office on {@link MONDAY} at 08:14, or somebody else at another time. */
export function aViewpoint(
  fields: { role?: StaffRole; staffId?: string; time?: string; day?: string } = {},
): Viewpoint {
  const { role = 'schoolOffice', staffId = anOffice().id, time = '08:14', day = MONDAY } = fields;
  return { role, staffId, day, nowMs: Date.parse(at(time, day)) };
}
