import type { Locator, Page } from '@playwright/test';

/** The panel that takes down a call. Everything is done by keys, and the keys are counted. */
export class PhoneDesk {
  readonly page: Page;
  readonly panel: Locator;
  readonly search: Locator;
  readonly hits: Locator;
  /** The sentence that will be saved. */
  readonly sentence: Locator;
  /** Keys pressed since the panel was asked for, without the letters of the name. */
  keys = 0;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('dialog', { name: 'Krankmeldung aufnehmen' });
    this.search = this.panel.getByRole('combobox', { name: 'Kind suchen' });
    this.hits = this.panel.getByRole('option');
    this.sentence = this.panel.locator('footer p');
  }

  /** F2, from anywhere. */
  async open(): Promise<this> {
    this.keys = 0;
    await this.press('F2');
    return this;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.keys += 1;
    }
  }

  /** Letters go where the focus is: nobody clicks into the field first. */
  async type(text: string): Promise<void> {
    await this.search.and(this.page.locator(':focus')).waitFor();
    await this.page.keyboard.type(text);
  }

  /** The child's panel, once it is chosen. */
  taken(name: string): Locator {
    return this.panel.getByRole('region', { name });
  }

  option(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name });
  }

  tab(name: string | RegExp): Locator {
    return this.panel.getByRole('tab', { name });
  }
}
