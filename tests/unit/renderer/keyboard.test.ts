import { afterEach, describe, expect, it } from 'vitest';
import { shortcutIds, shortcutOf, shortcuts } from '../../../src-renderer/keyboard/catalogue.ts';
import { ariaKeys, type KeyPress, keyLabel, pressMatches } from '../../../src-renderer/keyboard/keys.ts';
import { dialogOpen, newLayer, raiseLayer } from '../../../src-renderer/keyboard/layers.ts';
import { listenerFor, register } from '../../../src-renderer/keyboard/registry.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a key press', () => {
  it.each([
    ['k', 'K', {}, true],
    ['K', 'K', { shiftKey: true }, false],
    ['k', 'Mod+K', { ctrlKey: true }, true],
    ['k', 'Mod+K', { metaKey: true }, true],
    ['k', 'Mod+K', {}, false],
    ['k', 'K', { ctrlKey: true }, false],
    ['?', '?', { shiftKey: true }, true],
    ['?', '?', {}, true],
    [' ', 'Space', {}, true],
    [' ', 'Shift+Space', { shiftKey: true }, true],
    [' ', 'Space', { shiftKey: true }, false],
    ['F2', 'F2', {}, true],
    ['F2', 'F2', { altKey: true }, false],
    ['1', 'Alt+1', { altKey: true }, true],
    ['+', '+', {}, true],
    ['+', '+', { shiftKey: true }, true],
  ] as const)('%s means %s with %o: %s', (key, combination, modifiers, expected) => {
    expect(pressMatches(press(key, modifiers), combination)).toBe(expected);
  });

  it('is named as on the keyboard in front of the person', () => {
    expect(keyLabel('Mod+K', 'de')).toBe('Strg K');
    expect(keyLabel('Mod+K', 'en')).toBe('Ctrl K');
    expect(keyLabel('Shift+Space', 'de')).toBe('Umschalt Leertaste');
    expect(keyLabel('ArrowDown', 'de')).toBe('↓');
    expect(keyLabel('+', 'de')).toBe('+');
    expect([ariaKeys('Mod+K'), ariaKeys('+')]).toEqual(['Control+K', 'Plus']);
  });
});

describe('the table of shortcuts', () => {
  it('gives no key two meanings where both are heard', () => {
    const heardTogether = (a: string, b: string) =>
      a === b ||
      [a, b].includes('everywhere') ||
      (new Set([a, b]).has('today') && new Set([a, b]).has('inbox'));
    for (const one of shortcutIds) {
      for (const other of shortcutIds) {
        if (one >= other) continue;
        const [a, b] = [shortcutOf(one), shortcutOf(other)];
        if (heardTogether(a.area, b.area)) expect(a.keys, `${one} and ${other}`).not.toBe(b.keys);
      }
    }
  });

  it('puts no bare letter on the whole app: letters belong to typing', () => {
    for (const id of shortcutIds) {
      const { keys, area } = shortcutOf(id);
      if (area === 'everywhere') expect(keys, id).not.toMatch(/^[A-Z0-9]$/);
    }
  });

  it('takes calls with F2 wherever somebody is', () => {
    expect(shortcuts.takeCall).toMatchObject({ keys: 'F2', inFields: true, aboveDialogs: true });
  });
});

describe('who hears a key', () => {
  const undo: (() => void)[] = [];
  const listen = (registration: Parameters<typeof register>[0]) => undo.push(register(registration));
  afterEach(() => {
    for (const end of undo.splice(0)) end();
  });

  it('is the newest listener', () => {
    listen({ id: 'openCase', layer: 0, handler: () => {} });
    const newest = { id: 'openCase', layer: 0, handler: () => {} } as const;
    listen(newest);
    expect(listenerFor(press('u'), 'none')).toBe(newest);
  });

  it('is nobody while a field is typed in, except for shortcuts that work in fields', () => {
    listen({ id: 'openCase', layer: 0, handler: () => {} });
    listen({ id: 'takeCall', layer: 0, handler: () => {} });
    expect(listenerFor(press('u'), 'filled')).toBeUndefined();
    expect(listenerFor(press('F2'), 'filled')?.id).toBe('takeCall');
  });

  it('takes back the last entry from an empty field, but the last letter in a filled one', () => {
    listen({ id: 'undo', layer: 0, handler: () => {} });
    const ctrlZ = press('z', { ctrlKey: true });
    expect(listenerFor(ctrlZ, 'empty')?.id).toBe('undo');
    expect(listenerFor(ctrlZ, 'filled')).toBeUndefined();
  });

  it('is the dialog while one is open; the page below stays silent', () => {
    listen({ id: 'inboxReject', layer: 0, handler: () => {} });
    listen({ id: 'takeCall', layer: 0, handler: () => {} });
    const ladder = newLayer();
    undo.push(raiseLayer(ladder));
    expect(dialogOpen()).toBe(true);
    expect(listenerFor(press('x'), 'none')).toBeUndefined();
    expect(listenerFor(press('F2'), 'none')?.id).toBe('takeCall');
    listen({ id: 'ladderReachedIll', layer: ladder, handler: () => {} });
    expect(listenerFor(press('1'), 'none')?.id).toBe('ladderReachedIll');
  });

  it('is the panel opened last, whichever was made first', () => {
    const [desk, ladder] = [newLayer(), newLayer()];
    listen({ id: 'deskDay1', layer: desk, handler: () => {} });
    listen({ id: 'ladderReachedIll', layer: ladder, handler: () => {} });
    undo.push(raiseLayer(ladder));
    const closeDesk = raiseLayer(desk);
    expect(listenerFor(press('1'), 'none')?.id).toBe('deskDay1');
    closeDesk();
    expect(listenerFor(press('1'), 'none')?.id).toBe('ladderReachedIll');
  });
});
