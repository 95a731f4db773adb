import { createTheme } from '@mantine/core';
import surfaces from './surfaces.module.css';

/** Drawn where they belong in the page, so that they stay within its landmarks. */
const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const;
const instantly = { transitionProps: { duration: 0 } };
const field = { input: surfaces.field ?? '', label: surfaces.label ?? '' };

/**
 * Mantine brings behaviour (menus, dialogs, fields); colours, sizes and type stand in tokens.css. No styles
 * are written into the page at run time, so the content security policy needs no `unsafe-inline`.
 */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    ModalRoot: { defaultProps: { lockScroll: false, ...instantly } },
    Menu: {
      defaultProps: { shadow: 'none', withInitialFocusPlaceholder: false, ...inPlace, ...instantly },
      classNames: {
        dropdown: surfaces.pop,
        item: surfaces.item,
        label: surfaces.heading,
        divider: surfaces.divider,
      },
    },
    Popover: { defaultProps: { shadow: 'none', ...instantly }, classNames: { dropdown: surfaces.pop } },
    Tooltip: {
      defaultProps: { openDelay: 400, ...inPlace, ...instantly },
      classNames: { tooltip: surfaces.tooltip },
    },
    TextInput: { classNames: field },
    Textarea: { classNames: field },
    PasswordInput: { classNames: field },
  },
});
