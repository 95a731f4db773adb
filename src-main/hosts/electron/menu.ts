import type { MenuItemConstructorOptions } from 'electron';
import type { HostWords } from './words.ts';

/**
 * The menu: editing, zoom and quitting with the system's own shortcuts. Hidden until Alt is pressed on
 * Windows and Linux; no reload and no developer tools, which are not for an office.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  words: HostWords['menu'],
): MenuItemConstructorOptions[] {
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  return [
    platform === 'darwin' ? { role: 'appMenu' } : { label: words.file, submenu: [quit] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        { role: 'resetZoom', label: words.actualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
  ];
}
