import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('eine fremde Seite im selben Browser kommt nicht an die Daten (S20, S21) @browser', async ({
  windows,
  playwright,
}) => {
  const app = await school.desk('yildiz');
  const page = await windows.open(app);
  await new Frame(page).ready();
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const cookieHeader = `${cookie?.name}=${cookie?.value}`;
  const api = await playwright.request.newContext();
  const status = async (headers: Record<string, string>) =>
    (await api.get(app.origin, { headers, maxRedirects: 0 })).status();
  expect(await status({ cookie: cookieHeader })).toBe(200);
  expect(await status({})).toBe(403);
  expect(await status({ cookie: cookieHeader, origin: 'https://evil.example' })).toBe(403);
  expect(await status({ cookie: cookieHeader, host: 'evil.example' })).toBe(403);
  expect(await status({ cookie: cookieHeader, 'sec-fetch-site': 'cross-site' })).toBe(403);
  // The address with the token has been used; nobody who finds it in a history gets in.
  expect((await api.get(app.address, { maxRedirects: 0 })).status()).toBe(403);
  const headers = (await api.get(app.origin, { headers: { cookie: cookieHeader } })).headers();
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  await api.dispose();
});

test('aus einer anderen Seite heraus öffnet sich keine Leitung zum Kern (S20) @browser', async ({
  windows,
  browser,
}) => {
  const app = await school.desk('yildiz');
  windows.problems.expect(/never/);
  const page = await browser.newPage();
  await page.route('https://evil.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>x' }),
  );
  await page.goto('https://evil.example/');
  const answer = await page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
    `${app.origin.replace('http', 'ws')}/core`,
  );
  expect(answer).toBe('refused');
  await page.close();
});

test('Namen sind Text: kein Skript läuft, nichts verlässt die Seite (S19)', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin)) foreign.push(request.url());
  });
  const attack = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  await frame.press('F2');
  await page.getByRole('combobox', { name: 'Kind suchen' }).fill(`oltmanns tim`);
  await frame.press('Enter');
  await page.getByRole('region', { name: 'Tim Oltmanns' }).waitFor();
  await frame.press('m');
  await page.keyboard.insertText(attack);
  await frame.press('Enter', 'Enter');
  await expect(frame.notice(/^Gespeichert: Tim Oltmanns/)).toBeVisible();
  await frame.press('Escape', 'Alt+3');
  await page.getByRole('grid').getByText('Oltmanns, Tim').click();
  await expect(page.getByRole('complementary')).toContainText(attack);
  expect(foreign).toEqual([]);
});
