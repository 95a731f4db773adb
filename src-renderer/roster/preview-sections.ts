import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import type { Tickable } from './decisions.ts';

/** The parts of a preview, in the order in which a person goes through them. */
export const sectionKeys = [
  'possibleStudents',
  'newStudents',
  'changedStudents',
  'movedStudents',
  'returnedStudents',
  'leftStudents',
  'possibleGuardians',
  'newGuardians',
  'changedGuardians',
  'newGuardianships',
  'unreadable',
  'notes',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

/** Which heading a section stands under. */
export type SectionGroup = 'students' | 'guardians' | 'file';

export interface PreviewSection {
  readonly key: SectionKey;
  readonly group: SectionGroup;
  readonly count: number;
}

/** The sections that have something in them. */
export function sectionsOf(preview: RosterPreview): PreviewSection[] {
  return sectionKeys
    .map((key) => ({ key, group: groupOf(key), count: preview[key].length }))
    .filter(({ count }) => count > 0);
}

function groupOf(key: SectionKey): SectionGroup {
  if (key === 'unreadable' || key === 'notes') return 'file';
  return key.endsWith('Students') ? 'students' : 'guardians';
}

/** Everything of a section that can be ticked; questions and problems can't. */
export function ticksOf(preview: RosterPreview, key: SectionKey): readonly Tickable[] {
  switch (key) {
    case 'changedStudents':
    case 'changedGuardians':
      return preview[key].flatMap(({ changes }) => changes);
    case 'newStudents':
    case 'movedStudents':
    case 'returnedStudents':
    case 'leftStudents':
    case 'newGuardians':
    case 'newGuardianships':
      return preview[key];
    default:
      return [];
  }
}
