import { createContext, use, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ShortcutId } from './catalogue.ts';
import { newLayer, PAGE, raiseLayer } from './layers.ts';
import { register } from './registry.ts';

/** The layer the component is drawn on. */
export const LayerContext = createContext(PAGE);

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

/** Keeps shortcuts of whatever lies below silent while `open`. @returns the layer of the dialog's content */
export function useLayer(open: boolean): number {
  const [layer] = useState(newLayer);
  useLayoutEffect(() => (open ? raiseLayer(layer) : undefined), [open, layer]);
  return layer;
}
