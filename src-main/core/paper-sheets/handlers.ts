import type { paperOperations } from '../../../src-shared/paper/contract.ts';
import type { CoreContext, FeatureHandlers } from '../dispatch/context.ts';
import { createDowntimeFolder } from '../paper/downtime-folder.ts';
import { loadPaperWords } from '../paper/paper-words.ts';
import type { PaperRenderer } from '../paper/render.ts';
import { seesAllAbsences, viewpointOf } from '../today/viewpoint.ts';
import { downtimeSheet, evacuationList } from './class-sheets.ts';
import { type DowntimeJob, startDowntimeJob } from './downtime-job.ts';
import { exportTable } from './export-table.ts';
import { makeSheet, sheetNames } from './make-sheet.ts';
import { readSheetSource } from './sheet-source.ts';

/** What printing needs beside the context. */
export interface PaperParts {
  readonly renderer: PaperRenderer;
  /** The folder `resources` with letters, fonts and locales. */
  readonly resourcesFolder: string;
  /** The job of this desk, or null where it keeps no downtime sheets (see {@link startDowntimeSheets}). */
  readonly downtime: DowntimeJob | null;
}

/** The answers behind printing and exporting. */
export function paperHandlers(
  context: CoreContext,
  { renderer, resourcesFolder, downtime }: PaperParts,
): FeatureHandlers<typeof paperOperations> {
  return {
    'paper.make': async (args) => {
      const { pdf, pages } = await makeSheet(context, renderer, args);
      const words = await loadPaperWords(resourcesFolder, args.language);
      return {
        fileName: words.say(`fileName.${sheetNames[args.sheet]}`),
        data: Buffer.from(pdf).toString('base64'),
        pages,
      };
    },
    'paper.exportTable': exportTable,
    'paper.downtime': () => downtime?.state() ?? { folder: null, madeAt: null, problem: null },
  };
}

/**
 * Keeps the downtime sheets of this desk up to date while the person's cache is open. Null where there is no
 * folder for them, or nobody of the office: a teacher's desk has not the numbers of all children.
 * @param isReady false until the first sync has brought names, guardians and today
 */
export function startDowntimeSheets(
  context: CoreContext,
  { renderer, resourcesFolder }: Omit<PaperParts, 'downtime'>,
  isReady: () => boolean,
): DowntimeJob | null {
  const { downtimeFolder: folderPath } = context;
  if (folderPath === null || !seesAllAbsences(context.session().person.role)) return null;
  return startDowntimeJob({
    folderPath,
    folder: createDowntimeFolder({ folder: folderPath, renderer, resourcesFolder }),
    isReady,
    readSheets: async () => {
      const viewpoint = viewpointOf(context);
      const source = await readSheetSource(context.reader, viewpoint, viewpoint.day);
      return {
        downtimeSheet: await downtimeSheet(context.reader, source),
        evacuationList: evacuationList(source),
        createdAt: context.now(),
      };
    },
    onState: () => context.changed('minute'),
    clock: context.clock,
    log: context.log,
  });
}
