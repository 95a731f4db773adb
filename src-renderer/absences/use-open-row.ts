import { useRef, useState } from 'react';

/** Which row's details are shown. Closing gives the focus back to the row it came from. */
export function useOpenRow() {
  const list = useRef<HTMLElement>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  return {
    list,
    openId,
    /** Shows a row's details and moves the focus to them. */
    open: (id: string) => {
      setOpenId(id);
      afterPaint(() => document.querySelector<HTMLElement>('[data-details]'));
    },
    /** Shows the details of the row the arrow keys have come to; the focus stays in the list. */
    follow: setOpenId,
    close: () => {
      setOpenId(null);
      afterPaint(() => list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]'));
    },
  };
}

/** The element is only there, or only focusable, once React has drawn what was asked for. */
function afterPaint(find: () => HTMLElement | null | undefined): void {
  requestAnimationFrame(() => find()?.focus());
}
