import type { Locator, Page } from '@playwright/test';

/** The page before the app: who works here, and the password. */
export class Entrance {
  readonly page: Page;
  readonly userName: Locator;
  readonly password: Locator;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.userName = page.getByLabel('Benutzername');
    this.password = page.getByRole('textbox', { name: 'Passwort' });
    this.refusal = page.getByRole('alert');
  }

  /** Types and presses Enter, as people do. */
  async signIn(userName: string | null, password: string): Promise<void> {
    if (userName !== null) await this.userName.fill(userName);
    await this.password.fill(password);
    await this.page.keyboard.press('Enter');
  }
}
