import type { Change, RuleContext } from '../contract/command.ts';
import { readChanges } from '../history/contract.ts';
import type { DomainReader, Row } from '../tables/registry.ts';
import { findAbsence } from './find.ts';
import { joinRemarks, laterEnd, remarkParts } from './join.ts';
import { type AbsenceEventKind, absenceChanges } from './rows.ts';

type Absence = Row<'absence'>;
type Report = Row<'absenceReport'>;

/** What becomes of an absence when one of its reports goes. */
export interface Parted {
  readonly changes: readonly Change[];
  /** It was its last report, now or before. */
  readonly withdrawn: boolean;
}

/**
 * Takes a report out of its absence. Days and remark that only this report had said go with it; what other
 * reports said, or a person has corrected, stays. With its last report the absence is withdrawn.
 * @param event what its history says then
 * @returns null when the absence would go although somebody has worked on it: that work is not undone with it
 */
export async function partReport(
  context: RuleContext,
  report: Report,
  event: { readonly kind: AbsenceEventKind; readonly lastKind: AbsenceEventKind; readonly id: string },
): Promise<Parted | null> {
  const absence = report.absenceId === null ? undefined : await findAbsence(context.db, report.absenceId);
  if (!absence || absence.withdrawn === 1) return { changes: [], withdrawn: absence?.withdrawn === 1 };
  const after = await withoutReport(context, absence, report);
  const withdrawn = after.withdrawn === 1;
  if (withdrawn && (await hasBeenWorkedOn(context.db, absence))) return null;
  const kind = withdrawn ? event.lastKind : event.kind;
  return { changes: absenceChanges(context, absence, after, { kind, id: event.id }), withdrawn };
}

/** Events by which a person has worked on an absence, beside the reports it rests on. */
const work: ReadonlySet<string> = new Set<AbsenceEventKind>([
  'corrected',
  'changeRetracted',
  'excuseDecided',
  'writtenExcuseReceived',
  'certificateSeen',
]);

/**
 * True when somebody's correction, decision or tick stands in the absence, or the health office was told.
 * What was taken back again does not count: then each value was left as often as it was reached.
 */
async function hasBeenWorkedOn(db: DomainReader, { id }: Absence): Promise<boolean> {
  const events = await db
    .selectFrom('absenceEvent')
    .select(['kind', 'changes'])
    .where('absenceId', '=', id)
    .execute();
  const balance = new Map<string, number>();
  const count = (value: string, by: 1 | -1) => balance.set(value, (balance.get(value) ?? 0) + by);
  for (const { kind, changes } of events) {
    if (!work.has(kind)) continue;
    for (const { field, from, to } of readChanges(changes)) {
      count(JSON.stringify([field, from]), 1);
      count(JSON.stringify([field, to]), -1);
    }
  }
  if ([...balance.values()].some((sum) => sum !== 0)) return true;
  const told = await db
    .selectFrom('absenceNotifiable')
    .select('id')
    .where('id', '=', id)
    .where('healthOfficeNotifiedAt', 'is not', null)
    .executeTakeFirst();
  return told !== undefined;
}

/** The absence as it is without one of its reports. Leave that was granted does not go with a report. */
async function withoutReport(context: RuleContext, absence: Absence, report: Report): Promise<Absence> {
  const others = await context.db
    .selectFrom('absenceReport')
    .selectAll()
    .where('absenceId', '=', absence.id)
    .where('state', '=', 'accepted')
    .where('id', '!=', report.id)
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
  const granted = await context.db
    .selectFrom('leaveRequest')
    .select('id')
    .where('studentId', '=', absence.studentId)
    .where('absenceId', '=', absence.id)
    .executeTakeFirst();
  if (granted) return absence;
  const [first] = others;
  if (!first) return { ...absence, withdrawn: 1 };
  const all = sumOf([...others, report]);
  const left = sumOf(others);
  return {
    ...absence,
    fromDay: absence.fromDay === all.fromDay ? left.fromDay : absence.fromDay,
    untilDay: absence.untilDay === all.untilDay ? left.untilDay : absence.untilDay,
    remark: remarkLeft(absence.remark, report, others),
    ...spanLeft(absence, report, others),
  };
}

/** What several reports say together about the days. */
function sumOf(reports: readonly Report[]): Pick<Report, 'fromDay' | 'untilDay'> {
  return reports.reduce<Pick<Report, 'fromDay' | 'untilDay'>>(
    (sum, report) => ({
      fromDay: sum.fromDay < report.fromDay ? sum.fromDay : report.fromDay,
      untilDay: laterEnd(sum.untilDay, report.untilDay),
    }),
    reports[0] ?? { fromDay: '', untilDay: null },
  );
}

/** The remark without what only this report had said; the remarks of several stand in the order they came. */
function remarkLeft(remark: string | null, report: Report, others: readonly Report[]): string | null {
  const own = new Set(remarkParts(report.remark));
  const said = new Set(others.flatMap((other) => remarkParts(other.remark)));
  return joinRemarks(remarkParts(remark).filter((part) => !own.has(part) || said.has(part)));
}

/** The whole day goes with the only report that had said so; lessons, which no report keeps, do not come back. */
function spanLeft(absence: Absence, report: Report, others: readonly Report[]): Partial<Absence> {
  const [first] = others;
  const onlyWhole = report.span === 'wholeDay' && others.every(({ span }) => span !== 'wholeDay');
  if (!first || absence.span !== 'wholeDay' || !onlyWhole || first.span === 'lessons') return {};
  return { span: first.span, atTime: first.atTime, reason: first.reason };
}
