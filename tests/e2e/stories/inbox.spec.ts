import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('Zu prüfen: annehmen, korrigieren, ablehnen, abhören – je eine Taste', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const inbox = page.getByRole('region', { name: 'Zu prüfen' });
  const row = (name: string) => inbox.getByRole('listitem').filter({ hasText: name });
  await manualPicture(page, 'heute-sekretariat');

  await frame.press('ArrowDown', 'a');
  await expect(
    frame.notice('Lina Hofmann, 4a: Meldung angenommen, die Fehlzeit ist eingetragen.'),
  ).toBeVisible();
  await expect(row('Lina Hofmann')).toBeHidden();

  await row('Emma Müller').focus();
  await frame.press('k');
  const desk = new PhoneDesk(page);
  await expect(desk.taken('Emma Müller')).toBeVisible();
  await frame.press('2', 'Enter');
  await expect(frame.notice(/^Gespeichert: Emma Müller, 3b fehlt heute bis Mi, 25\.11\./)).toBeVisible();
  await expect(desk.panel).toBeHidden();
  await expect(row('Emma Müller')).toBeHidden();

  await row('Ole Harms').focus();
  await frame.press('x');
  await expect(page.getByLabel('Antwort an die Eltern')).toBeFocused();
  await frame.press('Enter');
  await expect(frame.notice(/^Ole Harms, 3a: Meldung abgelehnt/)).toBeVisible();

  await row('Anrufbeantworter').focus();
  await frame.press('a');
  await desk.type('reber');
  await frame.press('Enter');
  await expect(desk.taken('Rêber Demirtaş')).toContainText('Anrufbeantworter');
  await frame.press('Enter');
  await expect(
    frame.notice(/Rêber Demirtaş, 2a fehlt heute, krank – auf dem Anrufbeantworter/),
  ).toBeVisible();
  await frame.press('Escape');
  await expect(row('Anrufbeantworter')).toBeHidden();
  await expect(inbox.getByRole('listitem')).toHaveCount(1);

  await row('Tim Harms').focus();
  await frame.press('a');
  await expect(inbox).toContainText('Nichts zu prüfen.');
  await picture(page, 'heute-nichts-zu-pruefen-light');
  await expectAccessible(page);
});

test('Heute: jede Zahl ist so groß wie die Liste dahinter', async ({ windows }) => {
  const page = await windows.open(await school.desk('ostermann'));
  const frame = await new Frame(page).ready();
  const figure = page.getByRole('button', { name: /^\d+ von 240 Kindern fehlen$/ });
  const absent = Number((await figure.textContent())?.split(' ')[0]);
  await figure.click();
  const dialog = page.getByRole('dialog', { name: `${absent} Kinder fehlen` });
  await expect(dialog.getByRole('listitem')).toHaveCount(absent);
  await picture(page, 'heute-wer-fehlt-light');
  await expectAccessible(page);
  await frame.press('Escape');

  const unexplained = page.getByRole('button', { name: /^\d+ ungeklärt$/ });
  const cases = Number((await unexplained.textContent())?.split(' ')[0]);
  await expect(
    page.getByRole('region', { name: /^Ungeklärt/ }).getByRole('button', { name: /anrufen/ }),
  ).toHaveCount(cases);
  await expect(
    page.getByRole('link', { name: new RegExp(`Heute ${cases} Kinder fehlen ungeklärt`) }),
  ).toBeVisible();

  const tiles = await page.getByText(/^\d+ von \d+ fehlen?/).allTextContents();
  const sum = tiles.reduce((total, text) => total + Number(text.split(' ')[0]), 0);
  expect(sum).toBe(absent);
  const inbox = page.getByRole('region', { name: 'Zu prüfen' });
  await page.getByRole('button', { name: /^3b\b/ }).click();
  await expect(page.getByRole('heading', { name: 'Klasse 3b' })).toBeVisible();
  await expect(inbox).toBeHidden();
});

test('der Anrufbeantworter, eine Nachricht nach der anderen: der Weg bleibt gewählt', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await page.getByRole('button', { name: 'Anrufbeantworter aufschreiben' }).click();
  const desk = new PhoneDesk(page);
  await desk.type('luis wessels');
  await desk.press('Enter');
  await expect(desk.sentence).toContainText('auf dem Anrufbeantworter');
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Luis Wessels/)).toBeVisible();
  await desk.type('henry wessels');
  await desk.press('Enter');
  await expect(desk.sentence).toContainText('auf dem Anrufbeantworter');
  await desk.press('Escape');
  await expect(frame.notice(/^Geparkt: Wessels/)).toBeVisible();
});
