import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

/** What the desk knows of a child's school year. */
export type StudentYear = NonNullable<OperationResult<'absences.ofStudent'>>;
export type LeaveRequest = StudentYear['leaveRequests'][number];
export type CertificateDuty = StudentYear['certificateDuties'][number];

/** The duty that holds on a day, or will begin after it; one that has ended is history. */
export function dutyFrom(duties: readonly CertificateDuty[], today: string): CertificateDuty | undefined {
  return duties.find(({ untilDay }) => untilDay === null || untilDay >= today);
}
