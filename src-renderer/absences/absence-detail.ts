import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

export type AbsenceDetail = NonNullable<OperationResult<'absences.detail'>>;
export type AbsenceReportView = AbsenceDetail['reports'][number];
export type AbsenceEventView = AbsenceDetail['events'][number];
