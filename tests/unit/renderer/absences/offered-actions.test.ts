import { describe, expect, it } from 'vitest';
import { offeredActions } from '../../../../src-renderer/absences/offered-actions.ts';
import type { AbsenceLine } from '../../../../src-shared/absences/contract.ts';
import { operationReach } from '../../../../src-shared/rights/operations.ts';
import { lineWith } from './lines.ts';

const noted = { illness: 'scarletFever', notedAt: '2026-11-23T07:00:00.000Z', healthOfficeNotifiedAt: null };

function offered(fields: Partial<AbsenceLine> = {}, notifiable: typeof noted | null = null): string[] {
  const detail = { line: lineWith(fields), notifiable, reports: [], events: [] };
  return offeredActions(detail).map(({ id }) => id);
}

describe('what can be done with an absence', () => {
  it('is what has not been done yet', () => {
    expect(offered({ excuse: 'open' })).toEqual([
      'absenceWritten',
      'absenceCertificate',
      'absenceExcuse',
      'absenceUnexcuse',
      'absenceCorrect',
    ]);
    const all = {
      excuse: 'excused',
      writtenExcuseOn: '2026-11-24',
      certificateSeenOn: '2026-11-24',
    } as const;
    expect(offered(all)).toEqual(['absenceUnexcuse', 'absenceCorrect']);
  });

  it('begins with the health office while it has not been told', () => {
    expect(offered({}, noted)[0]).toBe('absenceHealthOffice');
    const told = { ...noted, healthOfficeNotifiedAt: '2026-11-23T07:10:00.000Z' };
    const detail = { line: lineWith(), notifiable: told, reports: [], events: [] };
    expect(offeredActions(detail).map(({ id }) => id)).not.toContain('absenceHealthOffice');
  });

  it('is nothing once it is withdrawn', () => {
    expect(offered({ withdrawn: true }, noted)).toEqual([]);
  });

  it('never has the administrator do any of it, nor a teacher tell the health office', () => {
    const detail = { line: lineWith({ excuse: 'open' }), notifiable: noted, reports: [], events: [] };
    for (const { needs } of offeredActions(detail))
      expect(operationReach('administrator', needs)).toBe('none');
    expect(operationReach('teacher', 'absences.noteHealthOfficeNotice')).toBe('none');
  });
});
