import { describe, expect, test } from 'vitest';
import { demoInstant } from '../../../src-shared/values/demo-clock.ts';

describe("a time on the demo school's clock", () => {
  test.each([
    ['in winter', '2026-11-24T08:14', '2026-11-24T07:14Z'],
    ['in summer', '2026-06-15T08:14', '2026-06-15T06:14Z'],
    ['R13 on the morning after the clocks went back', '2026-10-26T08:00', '2026-10-26T07:00Z'],
  ])('%s', (_says, text, instant) => {
    expect(demoInstant(text)).toBe(Date.parse(instant));
  });

  test.each([
    '',
    'tomorrow',
    '2026-11-24',
    '2026-11-24 08:14',
    '2026-02-30T08:14',
    '2026-11-24T25:00',
    '2026-11-24T08:14Z',
  ])('is not %j', (text) => {
    expect(demoInstant(text)).toBeUndefined();
  });
});
