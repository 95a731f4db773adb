/** The layer of the page itself, below all panels. */
export const PAGE = 0;

/** What lies above the page now, the lowest first. Plain state of the window: there is one keyboard. */
const raised: number[] = [];
let lastLayer = PAGE;

/** A name for one panel or dialog; it is nowhere until it is raised. */
export function newLayer(): number {
  lastLayer += 1;
  return lastLayer;
}

/** Puts a layer on top: only its shortcuts, and those that work above dialogs, are heard. @returns takes it away */
export function raiseLayer(layer: number): () => void {
  raised.push(layer);
  return () => {
    const index = raised.lastIndexOf(layer);
    if (index >= 0) raised.splice(index, 1);
  };
}

/** The layer that hears the keyboard. */
export function topLayer(): number {
  return raised.at(-1) ?? PAGE;
}

/** True while a dialog lies above the page. */
export function dialogOpen(): boolean {
  return raised.length > 0;
}

/** The layer of a panel that is opened from anywhere in the window. */
export interface PanelLayer {
  readonly layer: number;
  /** At the very key press that opens the panel, before anything is drawn: the page must not hear the next key. */
  readonly raise: () => void;
  readonly lower: () => void;
}

/** A layer which whoever opens the panel raises and lowers; raised twice it lies there once. */
export function panelLayer(): PanelLayer {
  const layer = newLayer();
  let takeAway: (() => void) | null = null;
  return {
    layer,
    raise: () => {
      takeAway ??= raiseLayer(layer);
    },
    lower: () => {
      takeAway?.();
      takeAway = null;
    },
  };
}
