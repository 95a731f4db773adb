import type { OperationResult } from '../../../../src-shared/contract/staff-contract.ts';

export type Today = OperationResult<'today.office'>;

export type ClassDay = OperationResult<'today.class'>;

export type PrincipalDay = OperationResult<'today.principal'>;

export const DAY = '2025-11-24';

/** 08:14 in Berlin. */
export const NOW = '2025-11-24T07:14:20.000Z';

export const at = (time: string) => `${DAY}T${time}:00.000Z`;
