import { join } from 'node:path';
import { type SheetData, type SheetName, sheetSchemas } from '../../../src-shared/paper/daily-sheets.ts';
import { downtimeSheetView } from './downtime-sheet-view.ts';
import { evacuationListView } from './evacuation-list-view.ts';
import { officeListView } from './office-list-view.ts';
import { loadPaperWords, type PaperLanguage, type PaperWords } from './paper-words.ts';
import { staffRoomListView } from './staff-room-list-view.ts';
import { loadTypstEngine, type TypstEngine } from './typst-engine.ts';

export interface RenderOptions {
  /** Instant written into the file, ISO 8601 UTC. The same instant and data give the same bytes. */
  readonly createdAt: string;
  readonly language?: PaperLanguage;
}

export interface PaperRenderer {
  /**
   * Makes the PDF of a sheet.
   * @throws ZodError when the data hold anything the sheet has no place for; TypstError or a file error
   * when templates or fonts are missing.
   */
  render<Name extends SheetName>(
    sheet: Name,
    data: SheetData[Name],
    options: RenderOptions,
  ): Promise<Uint8Array>;
}

type ViewMakers = { [Name in SheetName]: (data: SheetData[Name], words: PaperWords) => unknown };

const views: ViewMakers = {
  officeList: officeListView,
  staffRoomList: staffRoomListView,
  evacuationList: evacuationListView,
  downtimeSheet: downtimeSheetView,
};

const templates: Record<SheetName, string> = {
  officeList: 'office-list',
  staffRoomList: 'staff-room-list',
  evacuationList: 'evacuation-list',
  downtimeSheet: 'downtime-sheet',
};

/**
 * Prints sheets to PDF. Nothing is loaded before the first sheet, so that making one costs nothing.
 * @param resourcesFolder the folder `resources` with fonts, letters and locales.
 */
export function createPaperRenderer({ resourcesFolder }: { resourcesFolder: string }): PaperRenderer {
  const loadEngine = once(() =>
    loadTypstEngine({ letters: join(resourcesFolder, 'letters'), fonts: join(resourcesFolder, 'fonts') }),
  );
  const words = new Map<PaperLanguage, Promise<PaperWords>>();

  function wordsFor(language: PaperLanguage): Promise<PaperWords> {
    const known = words.get(language) ?? loadPaperWords(resourcesFolder, language);
    words.set(language, known);
    return known;
  }

  return {
    async render(sheet, data, { createdAt, language = 'de' }) {
      const [engine, wording] = await Promise.all([loadEngine(), wordsFor(language)]);
      // The strict schema is the last gate: an unknown field is refused, not printed.
      const view = views[sheet](sheetSchemas[sheet].parse(data) as typeof data, wording);
      return engine.compile(templates[sheet], view, Math.floor(Date.parse(createdAt) / 1000));
    },
  };
}

/** Runs the loader at the first call; after a failure the next call tries again. */
function once(load: () => Promise<TypstEngine>): () => Promise<TypstEngine> {
  let loading: Promise<TypstEngine> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
