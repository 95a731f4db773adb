import type { Dispatch, SetStateAction } from 'react';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import type { Decisions } from './decisions.ts';

/** What every part of the preview works with. */
export interface SectionProps {
  preview: RosterPreview;
  decisions: Decisions;
  onDecide: Dispatch<SetStateAction<Decisions>>;
}
