import type { Random } from './random.ts';
import type { ReportDesk } from './report-desk.ts';
import type { SchoolDraft, StaffDraft } from './school-draft.ts';

/** Who works on past absences, and with what. */
export interface PastDesk {
  readonly draft: SchoolDraft;
  readonly random: Random;
  readonly reports: ReportDesk;
  readonly principal: StaffDraft;
}
