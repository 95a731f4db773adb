import type { ParsedArgs } from '../../../src-shared/contract/staff-contract.ts';
import type { SheetKind } from '../../../src-shared/paper/contract.ts';
import type { SheetName } from '../../../src-shared/paper/daily-sheets.ts';
import { staffRoomCopy } from '../../../src-shared/paper/staff-room-copy.ts';
import type { StaffRole } from '../../../src-shared/rights/roles.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { CoreContext } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import type { PaperRenderer } from '../paper/render.ts';
import { seesAllAbsences, viewpointOf } from '../today/viewpoint.ts';
import { downtimeSheet, evacuationList } from './class-sheets.ts';
import { officeList } from './office-list.ts';
import { readSheetSource, type SheetSource } from './sheet-source.ts';

/** The sheet's name among the printable ones. */
export const sheetNames: Readonly<Record<SheetKind, SheetName>> = {
  officeList: 'officeList',
  staffRoomList: 'staffRoomList',
  evacuation: 'evacuationList',
  downtime: 'downtimeSheet',
};

/** A teacher prints what tells no reason and no number; the administrator prints nothing about children. */
function mayPrint(role: StaffRole, sheet: SheetKind): boolean {
  if (seesAllAbsences(role)) return true;
  return role === 'teacher' && (sheet === 'staffRoomList' || sheet === 'evacuation');
}

/**
 * Makes the PDF of a sheet of a day.
 * @throws OperationFailure when the person may not print it, or it could not be made
 */
export async function makeSheet(
  context: CoreContext,
  renderer: PaperRenderer,
  { sheet, day, language }: ParsedArgs<'paper.make'>,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const viewpoint = viewpointOf(context);
  if (!mayPrint(viewpoint.role, sheet)) throw new OperationFailure('forbidden', 'forbidden');
  const source = await readSheetSource(context.reader, viewpoint, day ?? viewpoint.day);
  const createdAt = context.now();
  try {
    const pdf = await print(context.reader, renderer, { sheet, source, options: { createdAt, language } });
    return { pdf, pages: countPages(pdf) };
  } catch {
    // What went wrong may quote the sheet's words; only that it did is told and logged.
    context.log.warn('sheet not made', { sheet });
    throw new OperationFailure('unavailable', 'sheetNotMade');
  }
}

interface Order {
  readonly sheet: SheetKind;
  readonly source: SheetSource;
  readonly options: Parameters<PaperRenderer['render']>[2];
}

async function print(db: DomainReader, renderer: PaperRenderer, order: Order): Promise<Uint8Array> {
  const { sheet, source, options } = order;
  switch (sheet) {
    case 'officeList':
      return renderer.render('officeList', await officeList(db, source), options);
    case 'staffRoomList':
      return renderer.render('staffRoomList', staffRoomCopy(await officeList(db, source)), options);
    case 'evacuation':
      return renderer.render('evacuationList', evacuationList(source), options);
    case 'downtime':
      return renderer.render('downtimeSheet', await downtimeSheet(db, source), options);
  }
}

/** Pages of a PDF as its page tree counts them; 0 when it cannot be told. */
function countPages(pdf: Uint8Array): number {
  const counts = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/Count (\d+)/g);
  return Math.max(0, ...[...counts].map((match) => Number(match[1])));
}
