/** Where a shortcut works. The overview groups by it. */
export const shortcutAreas = [
  'everywhere',
  'dialog',
  'today',
  'inbox',
  'ladder',
  'classList',
  'desk',
  'table',
] as const;
export type ShortcutArea = (typeof shortcutAreas)[number];

export interface Shortcut {
  /** Modifiers and a key as `KeyboardEvent.key` names it: `Mod+K` (Ctrl, on a Mac Cmd), `F2`, `?`. */
  readonly keys: string;
  readonly area: ShortcutArea;
  /** Works while a field is being typed in, too. */
  readonly inFields?: true;
  /** Works in a field nothing is typed in yet (Ctrl+Z then means the last entry, not the last letter). */
  readonly inEmptyFields?: true;
  /** Works while a dialog is open, too. */
  readonly aboveDialogs?: true;
}

/**
 * Every shortcut of the app. The overview, the hints on buttons and the dispatcher read this one table;
 * what each does in words stands in the locale files (`keyboard`, by id).
 */
export const shortcuts = {
  takeCall: { keys: 'F2', area: 'everywhere', inFields: true, aboveDialogs: true },
  search: { keys: 'Mod+K', area: 'everywhere', inFields: true },
  undo: { keys: 'Mod+Z', area: 'everywhere', inEmptyFields: true, aboveDialogs: true },
  overview: { keys: '?', area: 'everywhere' },
  goToday: { keys: 'Alt+1', area: 'everywhere', inFields: true },
  goClasses: { keys: 'Alt+2', area: 'everywhere', inFields: true },
  goAbsences: { keys: 'Alt+3', area: 'everywhere', inFields: true },
  goStudents: { keys: 'Alt+4', area: 'everywhere', inFields: true },
  goGroups: { keys: 'Alt+5', area: 'everywhere', inFields: true },
  goAdministration: { keys: 'Alt+9', area: 'everywhere', inFields: true },
  lock: { keys: 'Mod+L', area: 'everywhere', inFields: true },
  dialogClose: { keys: 'Escape', area: 'dialog', inFields: true },
  openCase: { keys: 'U', area: 'today' },
  inboxAccept: { keys: 'A', area: 'inbox' },
  inboxCorrect: { keys: 'K', area: 'inbox' },
  inboxReject: { keys: 'X', area: 'inbox' },
  inboxNext: { keys: 'ArrowDown', area: 'inbox' },
  inboxPrevious: { keys: 'ArrowUp', area: 'inbox' },
  ladderReachedIll: { keys: '1', area: 'ladder' },
  ladderOnTheWay: { keys: '2', area: 'ladder' },
  ladderJustArrived: { keys: '3', area: 'ladder' },
  ladderNotReached: { keys: '4', area: 'ladder' },
  ladderMessageLeft: { keys: '5', area: 'ladder' },
  ladderOther: { keys: '6', area: 'ladder' },
  ladderNext: { keys: 'ArrowDown', area: 'ladder' },
  ladderPrevious: { keys: 'ArrowUp', area: 'ladder' },
  ladderConcern: { keys: 'Z', area: 'ladder' },
  listMissing: { keys: 'Space', area: 'classList' },
  listLate: { keys: 'Shift+Space', area: 'classList' },
  listReport: { keys: 'Mod+Enter', area: 'classList' },
  deskIll: { keys: 'K', area: 'desk' },
  deskDoctor: { keys: 'A', area: 'desk' },
  deskWeather: { keys: 'W', area: 'desk' },
  deskLeave: { keys: 'B', area: 'desk' },
  deskOther: { keys: 'S', area: 'desk' },
  deskDay1: { keys: '1', area: 'desk' },
  deskDay2: { keys: '2', area: 'desk' },
  deskDay3: { keys: '3', area: 'desk' },
  deskDay4: { keys: '4', area: 'desk' },
  deskDay5: { keys: '5', area: 'desk' },
  deskOpenEnded: { keys: 'H', area: 'desk' },
  deskUntil: { keys: 'D', area: 'desk' },
  deskFrom: { keys: 'V', area: 'desk' },
  deskLate: { keys: 'L', area: 'desk' },
  deskFetched: { keys: 'E', area: 'desk' },
  deskLessons: { keys: 'N', area: 'desk' },
  deskExcuse: { keys: 'P', area: 'desk' },
  deskCaller: { keys: 'G', area: 'desk' },
  deskChannel: { keys: 'T', area: 'desk' },
  deskNotifiable: { keys: 'I', area: 'desk' },
  deskCallback: { keys: 'R', area: 'desk' },
  deskRemark: { keys: 'M', area: 'desk' },
  deskSibling: { keys: '+', area: 'desk' },
  deskBack: { keys: 'Backspace', area: 'desk' },
  deskNextCall: { keys: 'Alt+ArrowRight', area: 'desk', inFields: true },
  deskPreviousCall: { keys: 'Alt+ArrowLeft', area: 'desk', inFields: true },
  deskPark: { keys: 'Escape', area: 'desk', inFields: true },
  tableNext: { keys: 'ArrowDown', area: 'table' },
  tablePrevious: { keys: 'ArrowUp', area: 'table' },
  tableEarlier: { keys: 'ArrowLeft', area: 'table' },
  tableLater: { keys: 'ArrowRight', area: 'table' },
  tableToday: { keys: 'H', area: 'table' },
  tableWeek: { keys: 'W', area: 'table' },
  tableCopy: { keys: 'C', area: 'table' },
  tableClose: { keys: 'Escape', area: 'table' },
  absenceWritten: { keys: 'S', area: 'table' },
  absenceCertificate: { keys: 'A', area: 'table' },
  absenceExcuse: { keys: 'E', area: 'table' },
  absenceUnexcuse: { keys: 'U', area: 'table' },
  absenceHealthOffice: { keys: 'G', area: 'table' },
  absenceCorrect: { keys: 'K', area: 'table' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** The table with its rows as plain shortcuts. */
export function shortcutOf(id: ShortcutId): Shortcut {
  return shortcuts[id];
}

/** All ids, in the order of the overview. */
export const shortcutIds = Object.keys(shortcuts).filter((id): id is ShortcutId =>
  Object.hasOwn(shortcuts, id),
);
