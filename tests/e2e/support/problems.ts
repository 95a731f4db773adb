import type { Page } from '@playwright/test';

/** Written to the console by each page for whatever its security policy has stopped. */
const VIOLATION = 'POLICY VIOLATION';

/** Listens in a page for what no test should ever cause. Runs inside the page before its own scripts. */
export function reportViolations(mark: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`${mark} ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
}

/** What went wrong in the pages of a test besides what the test looks at: errors, and violations of the policy. */
export class Problems {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  /** Names what this very test causes on purpose. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  async watch(page: Page): Promise<void> {
    await page.addInitScript(reportViolations, VIOLATION);
    page.on('console', (message) => {
      if (message.type() === 'error') this.#found.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#found.push(`page: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.#found.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** All of it that no test expected. */
  unexpected(): string[] {
    return this.#found.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }
}
