import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

/** A colleague, as Kollegium lists them. */
export type StaffLine = OperationResult<'staff.list'>['staff'][number];
