import { z } from 'zod';
import type { Row } from '../tables/registry.ts';
import { correctedFields } from './report-fields.ts';
import { onlyGiven } from './rows.ts';

type Report = Row<'absenceReport'>;

const original = z.object(correctedFields).partial();

/** What a guardian had said, as far as the office put it right before accepting. */
export type AsReported = z.output<typeof original>;

/** Keeps what the guardian had said of the fields that are put right; null when none is. */
export function writeAsReported(said: Report, corrected: Report): string | null {
  const fields = original.keyof().options.filter((field) => said[field] !== corrected[field]);
  if (fields.length === 0) return null;
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, said[field]])));
}

/** What the guardian had said where it differs from the report as it was accepted; null: nothing differs. */
export function readAsReported({ asReported }: Pick<Report, 'asReported'>): AsReported | null {
  if (asReported === null) return null;
  try {
    return original.parse(JSON.parse(asReported));
  } catch {
    return null;
  }
}

/** The report in the guardian's own words. */
export function asReportedFirst(report: Report): Report {
  return { ...report, ...onlyGiven(readAsReported(report) ?? {}), asReported: null };
}
