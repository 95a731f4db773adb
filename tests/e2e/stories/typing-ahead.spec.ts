import { expect, type Page } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

/** Lets every answer of the core come late, as on a PC that is busy with something else. */
async function slowCore(page: Page, ms: number): Promise<void> {
  await page.routeWebSocket(/.*/, (socket) => {
    const core = socket.connectToServer();
    core.onMessage((message) => void setTimeout(() => socket.send(message), ms));
  });
}

/** What waits in the inbox: typing a name must never settle any of it. */
async function waiting(): Promise<number> {
  const { reports, messages } = await (await school.line('brandt')).get('today.office', {});
  return reports.length + messages.length;
}

test('F2 und sofort der Name: kein Buchstabe erreicht Heute, alle stehen im Suchfeld', async ({
  windows,
}) => {
  const before = await waiting();
  for (const delay of [0, 15, 40, 90]) {
    const page = await windows.open(await school.desk('yildiz'));
    await new Frame(page).ready();
    await expect(page.getByRole('region', { name: 'Zu prüfen' }).getByRole('listitem').first()).toBeVisible();
    await page.keyboard.press('F2');
    await page.keyboard.type('ahmadzadeh', { delay });
    const desk = new PhoneDesk(page);
    await expect(desk.search).toHaveValue('ahmadzadeh');
    await expect(desk.hits.first()).toContainText('Ahmadzadeh');
    await expect(page.locator('[aria-live=polite] [data-tone]')).toHaveCount(0);
    await desk.search.fill('');
    await page.keyboard.press('Escape');
    await expect(desk.panel).toBeHidden();
    await page.close();
  }
  expect(await waiting()).toBe(before);
});

test('ein ganzer Anruf in einem Zug, auch wenn die App langsam antwortet', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await slowCore(page, 250);
  await page.reload();
  await frame.ready();
  await page.keyboard.press('F2');
  await page.keyboard.type('bela schulz');
  for (const key of ['Enter', '2', 'a', 'Enter']) await page.keyboard.press(key);
  // The next name is typed before the first call is saved, and the third call is begun by F2 after Esc.
  await page.keyboard.type('oltm');
  const desk = new PhoneDesk(page);
  await expect(frame.notice(/^Gespeichert: Bela Schulz, .* bis Mi, 25\.11\., Arzttermin/)).toBeVisible();
  await expect(desk.search).toHaveValue('oltm');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await page.keyboard.type('harms');
  await expect(desk.search).toHaveValue('harms');
  // The tabs by keyboard: what stands in the one is kept when the other is turned to.
  await expect(desk.tab(/geparkt .* oltm/)).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(desk.tab(/geparkt 07:58/)).toHaveAttribute('aria-selected', 'true');
  await expect(desk.tab(/geparkt .* harms/)).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(desk.search).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(desk.panel).toBeHidden();
});

test('wer nach einem Absturz sofort tippt, verliert weder das Alte noch das Neue @browser', async ({
  windows,
}) => {
  const app = await school.stage.desk(school.server, 'ostermann');
  const page = await windows.open(app);
  windows.problems.expect(/WebSocket|ERR_CONNECTION_REFUSED/);
  await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('gruenh');
  await expect(desk.hits.first()).toContainText('Grünhagen');
  await app.kill();
  await app.restart();
  await windows.enter(page, app);
  await new Frame(page).ready();
  await page.keyboard.press('F2');
  await page.keyboard.type('demir');
  await expect(desk.search).toHaveValue('demir');
  await expect(desk.tab(/geparkt .* gruenh/)).toBeVisible();
});

test('U und sofort die Ziffer: die Taste gilt der Anrufliste, F2 darüber der Krankmeldung', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await slowCore(page, 250);
  await page.reload();
  await frame.ready();
  await expect(page.getByRole('region', { name: 'Ungeklärt' }).getByRole('listitem').first()).toBeVisible();
  const before = await waiting();
  await page.keyboard.press('u');
  await page.keyboard.press('a');
  await page.keyboard.press('4');
  await expect(frame.notice(/nicht erreicht – der Versuch ist notiert/)).toBeVisible();
  // The phone rings meanwhile: the call has its own keys above the ladder, and the ladder hears none of them.
  await page.keyboard.press('F2');
  await page.keyboard.type('stella boettcher');
  const desk = new PhoneDesk(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect(desk.sentence).toContainText('bis Fr, 27.11.');
  await page.keyboard.press('Escape');
  await expect(desk.panel).toBeHidden();
  await expect(page.getByRole('dialog').getByText('nicht erreicht').first()).toBeVisible();
  expect(await waiting()).toBe(before);
});

test('Strg+K und sofort der Name und Enter: das richtige Kind', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await slowCore(page, 250);
  await page.reload();
  await frame.ready();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('celik elif');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Elif Çelik');
});
