import { NOW } from './data/moment.ts';
import type { Handlers } from './handlers.ts';

/** The smallest PDF a reader opens: one empty page. */
const EMPTY_PAGE = btoa(
  [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
    'trailer<</Root 1 0 R>>',
    '%%EOF',
  ].join('\n'),
);

const fileNames = {
  officeList: 'Tagesliste Sekretariat.pdf',
  staffRoomList: 'Tagesliste Lehrerzimmer.pdf',
  evacuation: 'Evakuierungsliste.pdf',
  downtime: 'Ausfallbogen.pdf',
};

/** Sheets and exports without anything on them. */
export const paperHandlers: Handlers = {
  'paper.make': (_state, { sheet }) => ({ fileName: fileNames[sheet], data: EMPTY_PAGE, pages: 3 }),
  'paper.downtime': ({ scene }) => ({
    folder: 'C:\\Users\\Sekretariat\\Dokumente\\Postmappe Notfall',
    madeAt: NOW,
    problem: scene.name === 'offline' ? 'noSpace' : null,
  }),
  'paper.exportTable': (_state, { name, format }) => ({
    fileName: `${name}.${format}`,
    mediaType: format === 'csv' ? 'text/csv' : 'application/octet-stream',
    data: '',
  }),
};
