import { beforeEach, expect, test } from 'vitest';
import { words as de } from '../../../src-renderer/app/locale-de.ts';
import { mayOpen } from '../../../src-renderer/app/screens.ts';
import { tourOf } from '../../../src-renderer/tour/tour-steps.ts';
import { useTour } from '../../../src-renderer/tour/tour-store.ts';
import { staffRoles } from '../../../src-shared/rights/roles.ts';

beforeEach(() => useTour.getState().end());

test.each(staffRoles)('the tour of %s has a few steps, each on a screen of theirs and with words', (role) => {
  const steps = tourOf(role);
  expect(steps.length).toBeLessThanOrEqual(5);
  const written = (de.tour as { steps: Record<string, { title: string; text: string }> }).steps;
  for (const { id, screen } of steps) {
    expect(mayOpen(role, screen), screen).toBe(true);
    expect(written[id]?.title, id).toBeTruthy();
    // As much as one reads standing.
    expect(written[id]?.text.length).toBeLessThan(320);
  }
});

test('office, head and teachers see five steps', () => {
  expect(['schoolOffice', 'principal', 'teacher'].map((role) => tourOf(role as 'teacher').length)).toEqual([
    5, 5, 5,
  ]);
});

test('the tour begins at its first step, and again after it was left', () => {
  useTour.getState().begin();
  useTour.getState().goTo(3);
  useTour.getState().end();
  expect(useTour.getState().at).toBeNull();
  useTour.getState().begin();
  expect(useTour.getState().at).toBe(0);
});
