import { createContext, use, useEffect, useRef } from 'react';
import type { ShortcutId } from './catalogue.ts';
import { pushLayer, register } from './registry.ts';

/** How many dialogs lie below the component. */
export const LayerContext = createContext(0);

/** Carries out `handler` on the shortcut while the component is shown. */
export function useShortcut(id: ShortcutId, handler: () => void, enabled = true): void {
  const layer = use(LayerContext);
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    return register({ id, layer, handler: () => newest.current() });
  }, [id, layer, enabled]);
}

/** Keeps shortcuts of the page below silent while `open`. @returns the layer of the dialog's content */
export function useLayer(open: boolean): number {
  const below = use(LayerContext);
  useEffect(() => (open ? pushLayer() : undefined), [open]);
  return below + 1;
}
