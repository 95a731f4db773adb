import { expect, type Page } from '@playwright/test';

/** Nothing may be cut off at the side: 200 % zoom means half the pixels, not half the words. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].map(
      (part) => part.scrollWidth - part.clientWidth,
    ),
  );
  expect(Math.max(...wider), 'pixels beyond the side').toBeLessThanOrEqual(0);
}
