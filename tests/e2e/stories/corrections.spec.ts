import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('eine Korrektur mit Esc: sie wartet als geparkter Anruf, auch über einen Absturz @browser', async ({
  windows,
}) => {
  const app = await school.stage.desk(school.server, 'ostermann');
  const page = await windows.open(app);
  windows.problems.expect(/WebSocket|ERR_CONNECTION_REFUSED/);
  const frame = await new Frame(page).ready();
  const row = page.getByRole('listitem').filter({ hasText: 'Tim Harms' }).filter({ hasText: 'Portal' });
  const desk = new PhoneDesk(page);
  // Only looked at: nothing to keep.
  await row.focus();
  await frame.press('k');
  await expect(desk.taken('Tim Harms')).toBeVisible();
  await frame.press('Escape');
  await expect(desk.panel).toBeHidden();
  await expect(frame.notice(/Geparkt/)).toBeHidden();

  await row.focus();
  await frame.press('k', '3', 'm');
  await page.keyboard.type('Oma holt die Aufgaben');
  await frame.press('Enter', 'Escape');
  await expect(frame.notice(/^Geparkt: Harms 1c/)).toBeVisible();
  await app.kill();
  await app.restart();
  await windows.enter(page, app);
  await frame.ready();
  await row.focus();
  await frame.press('k');
  await expect(desk.sentence).toContainText('bis Do, 26.11.');
  await expect(desk.tab(/geparkt .* Harms 1c/)).toHaveAttribute('aria-selected', 'true');
  await frame.press('Enter');
  await expect(frame.notice(/^Gespeichert: Tim Harms, 1c fehlt heute bis Do, 26\.11\./)).toBeVisible();
  await expect(row).toBeHidden();
  await desk.open();
  await expect(desk.tab(/Harms 1c/)).toBeHidden();
});
