import { describe, expect, it } from 'vitest';
import { namespacesFrom } from '../../../src-renderer/app/namespaces.ts';
import { resolveTheme, themeChoices } from '../../../src-renderer/app/preferences.ts';

describe('the theme', () => {
  it('is the chosen one, whatever the system prefers', () => {
    for (const choice of themeChoices) {
      if (choice === 'system') continue;
      expect(resolveTheme(choice, { dark: true, moreContrast: true })).toBe(choice);
    }
  });

  it.each([
    [{ dark: false, moreContrast: false }, 'light'],
    [{ dark: true, moreContrast: false }, 'dark'],
    [{ dark: true, moreContrast: true }, 'contrast'],
  ] as const)('follows the system: %o is %s', (system, painted) => {
    expect(resolveTheme('system', system)).toBe(painted);
  });
});

describe('locale files', () => {
  it('are namespaces by their file names', () => {
    const words = { title: 'Klasse' };
    expect(namespacesFrom({ '../../resources/locales/de/roll-call.json': words })).toEqual({
      'roll-call': words,
    });
  });
});
