import { useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect } from 'react';
import { resolveTheme, usePreferences } from './preferences.ts';

/** Paints the page in the chosen theme; follows the system while "system" is chosen. */
export function useTheme(): 'light' | 'dark' {
  const choice = usePreferences((state) => state.theme);
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const moreContrast = useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false });
  const painted = resolveTheme(choice, { dark, moreContrast });
  const scheme = painted === 'dark' ? 'dark' : 'light';
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = painted;
    document.documentElement.style.colorScheme = scheme;
  }, [painted, scheme]);
  return scheme;
}
