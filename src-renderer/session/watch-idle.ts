const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * Calls `onIdle` once nobody has touched the page for `idleMs`. A computer that slept meanwhile counts as idle.
 * @returns stops watching
 */
export function watchIdle(
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  idleMs: number,
  onIdle: () => void,
): () => void {
  let lastSign = Date.now();
  let timer: ReturnType<typeof setTimeout>;
  const alive = () => {
    lastSign = Date.now();
  };
  const check = () => {
    const left = lastSign + idleMs - Date.now();
    if (left > 0) timer = setTimeout(check, left);
    else onIdle();
  };
  timer = setTimeout(check, idleMs);
  for (const sign of SIGNS_OF_LIFE) page.addEventListener(sign, alive, { passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS_OF_LIFE) page.removeEventListener(sign, alive);
  };
}
