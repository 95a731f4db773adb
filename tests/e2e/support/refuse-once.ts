import type { Page } from '@playwright/test';

/**
 * Between window and core, the nth question of an operation is answered once as refused; it never reaches the core.
 * Takes hold with the next load of the page.
 */
export async function refuseOnce(page: Page, operation: string, nth: number): Promise<void> {
  let asked = 0;
  await page.routeWebSocket('**/core', (window) => {
    const core = window.connectToServer();
    window.onMessage((message) => {
      const question = JSON.parse(String(message));
      if (question.operation === operation) asked += 1;
      if (question.operation !== operation || asked !== nth) return core.send(message);
      window.send(JSON.stringify({ id: question.id, ok: false, kind: 'refused', reason: 'studentUnknown' }));
    });
    core.onMessage((message) => window.send(message));
  });
}
