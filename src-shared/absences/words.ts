/** The closed word lists of absences. Wording for people stands in the locale files. */

export const absenceReasons = ['illness', 'doctor', 'weather', 'leave', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/** `lessons` has a first and a last lesson; the two others a time of day. */
export const absenceSpans = ['wholeDay', 'lessons', 'arrivesLate', 'leavesEarly'] as const;
export type AbsenceSpan = (typeof absenceSpans)[number];

export const excuses = ['open', 'excused', 'unexcused'] as const;
export type Excuse = (typeof excuses)[number];

export const excuseExpectations = ['none', 'written', 'certificate'] as const;
export type ExcuseExpected = (typeof excuseExpectations)[number];

export const reportChannels = [
  'phone',
  'portal',
  'paper',
  'email',
  'answeringMachine',
  'teacher',
  'inPerson',
] as const;
export type ReportChannel = (typeof reportChannels)[number];

/** How a call about a missing child ended. The first three and `other` close the case. */
export const attemptOutcomes = [
  'reachedIll',
  'onTheWay',
  'justArrived',
  'other',
  'notReached',
  'messageLeft',
] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export const closingOutcomes: readonly AttemptOutcome[] = ['reachedIll', 'onTheWay', 'justArrived', 'other'];

/** With one of these beside the absence, the head decides about the police. */
export const concernFactors = ['custodyConflict', 'ranAwayBefore', 'medicalRisk', 'other'] as const;
export type ConcernFactor = (typeof concernFactors)[number];
