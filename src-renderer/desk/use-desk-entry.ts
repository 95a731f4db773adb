import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { dropKeys, holdKeys } from '../keyboard/held-keys.ts';
import { useDesk } from './desk-store.ts';
import { useParking } from './use-parking.ts';
import { nextEntry, useStartEntry } from './use-start-entry.ts';
import { type KeptEntry, useWorkingDraft } from './use-working-draft.ts';

/** An entry of the panel, and how it was when it came there: one that was not touched need not be kept. */
interface PresentEntry extends KeptEntry {
  readonly asOpened: CallDraft | null;
}

/** The entry in the panel, kept on this desk at every change. */
export interface DeskState {
  /** Null until it is known what the panel was opened for. */
  readonly present: KeptEntry | null;
  /** The report that was to be corrected had been decided by somebody else already. */
  readonly gone: boolean;
  readonly change: (entry: CallDraft) => void;
  /** Puts the present entry by, if there is anything in it, and goes on with another; null: a new one. */
  readonly turnTo: (next: KeptEntry | null) => Promise<void>;
  /** Puts the present entry by. @returns its label, empty when there was nothing to keep; null: it failed */
  readonly park: () => Promise<string | null>;
  /** A new call, after the present one was saved. */
  readonly begin: () => void;
}

/**
 * The panel's entry: what a start asks for, else a new call. What was being typed when the app last stopped is
 * parked beside it; the correction of a report goes on.
 */
export function useDeskEntry(): DeskState {
  const start = useDesk((state) => state.start);
  const asked = useStartEntry(start);
  const parkEntry = useParking();
  const [present, setPresent] = useState<PresentEntry | null>(() => opened(asked));
  const newest = useRef(present);
  const set = useCallback((next: PresentEntry) => {
    newest.current = next;
    setPresent(next);
  }, []);
  useEffect(() => {
    const first = opened(asked);
    if (first && newest.current === null) set(first);
  }, [asked, set]);
  const keep = useWorkingDraft(async (left) => {
    const now = newest.current;
    const sameReport = start.reportId !== undefined && start.reportId === left.entry.reportId;
    // Whoever presses F2 types the next name at once: what was left behind waits beside it.
    if (sameReport && (now === null || isUntouched(now))) set({ ...left, asOpened: null });
    else await parkEntry(left);
  });
  const show = (next: PresentEntry) => {
    set(next);
    void keep(next.callId, isUntouched(next) ? null : next.entry);
  };
  const begin = () => show({ callId: null, entry: nextEntry(start), asOpened: nextEntry(start) });
  const park = async () => {
    const now = newest.current;
    if (now === null || isUntouched(now)) return '';
    holdKeys();
    const label = await parkEntry(now);
    if (label === null) dropKeys();
    else await keep(null, null);
    return label;
  };
  const turnTo = async (next: KeptEntry | null) => {
    if ((await park()) === null) return;
    if (next) show({ ...next, asOpened: next.entry });
    else begin();
  };
  const change = (entry: CallDraft) => show({ callId: null, asOpened: null, ...newest.current, entry });
  return { present, gone: asked === 'gone' && present === null, change, turnTo, park, begin };
}

function opened(asked: ReturnType<typeof useStartEntry>): PresentEntry | null {
  return asked === 'loading' || asked === 'gone' ? null : { ...asked, asOpened: asked.entry };
}

function isUntouched({ entry, asOpened }: PresentEntry): boolean {
  return asOpened !== null && JSON.stringify(entry) === JSON.stringify(asOpened);
}
