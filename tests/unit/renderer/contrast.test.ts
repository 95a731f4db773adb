import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src-renderer/app/tokens.css', import.meta.url), 'utf8');

type Tokens = ReadonlyMap<string, string>;

function block(selector: string): Tokens {
  const from = css.indexOf(`${selector} {`);
  const body = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [found[1] ?? '', found[2] ?? '']),
  );
}

const light = block(':root');
const themes: Record<string, Tokens> = {
  light,
  dark: new Map([...light, ...block(':root[data-theme="dark"]')]),
  contrast: new Map([...light, ...block(':root[data-theme="contrast"]')]),
};

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(tokens: Tokens, ink: string, ground: string): number {
  const [one = '', two = ''] = [ink, ground].map((name) => tokens.get(name));
  expect(one, `--${ink}`).toMatch(/^#/);
  expect(two, `--${ground}`).toMatch(/^#/);
  const [high = 0, low = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['canvas', 'surface', 'sunken', 'hover'];
const texts = [
  ...['ink', 'ink-2', 'ink-3', 'brand-ink', 'red', 'amber', 'green', 'blue'].flatMap((ink) =>
    grounds.map((ground) => [ink, ground] as const),
  ),
  ...['red', 'amber', 'green', 'blue'].map((hue) => [hue, `${hue}-tint`] as const),
  ['ink', 'amber-tint'],
  ['ink', 'red-tint'],
  ['ink', 'brand-tint'],
  ['ink-2', 'brand-tint'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-alarm', 'alarm'],
  ['on-gold', 'gold'],
  ['rail-ink', 'rail'],
  ['rail-ink', 'rail-hover'],
  ['rail-strong', 'rail-on'],
  ['gold', 'rail'],
  ['surface', 'ink'],
] as const;

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  it.each(texts)('reads %s on %s at 4.5:1 or better', (ink, ground) => {
    expect(ratio(tokens, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['field-line', 'surface'],
    ['field-line', 'canvas'],
    ['focus', 'surface'],
    ['focus', 'canvas'],
    ['brand', 'track'],
    ['brand', 'surface'],
  ] as const)('draws %s on %s at 3:1 or better', (line, ground) => {
    expect(ratio(tokens, line, ground)).toBeGreaterThanOrEqual(3);
  });
});
