import type { Locator, Page } from '@playwright/test';

/** What stands on every screen: the rail, the search box, the sentences at the foot of the window. */
export class Frame {
  readonly page: Page;
  readonly rail: Locator;
  readonly syncLine: Locator;
  readonly search: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rail = page.getByRole('navigation', { name: /^(Bereiche|Sections)$/ });
    this.syncLine = this.rail.locator('button[aria-haspopup=dialog]');
    this.search = page.getByRole('search').getByRole('combobox');
    this.dialog = page.getByRole('dialog');
  }

  /** Waits until somebody can work. */
  async ready(): Promise<this> {
    await this.rail.waitFor();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    return this;
  }

  /** Goes to a screen by its name in the rail. */
  async go(name: string): Promise<void> {
    await this.rail.getByRole('link', { name }).click();
  }

  /** A sentence at the foot of the window. */
  notice(text: string | RegExp): Locator {
    return this.page
      .locator('[data-tone]')
      .filter({ hasText: text })
      .filter({ has: this.page.locator('p') });
  }

  /** Puts away all sentences at the foot of the window. */
  async closeNotices(): Promise<void> {
    const close = this.notice('').getByRole('button', { name: 'Schließen' });
    for (let left = await close.count(); left > 0; left = await close.count()) await close.first().click();
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }
}
