import { expect } from '@playwright/test';
import { DEMO_DAY } from '../../support/processes/demo-server.ts';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { refuseOnce } from '../support/refuse-once.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('der häufigste Fall: F2, Name, Enter, Enter – von einem anderen Bildschirm, ohne Maus', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+3');
  await page.getByRole('heading', { name: 'Abwesenheiten' }).waitFor();
  const desk = await new PhoneDesk(page).open();
  await desk.type('oltmanns tim');
  await desk.press('Enter');
  await expect(desk.taken('Tim Oltmanns')).toBeVisible();
  await expect(desk.sentence).toHaveText(/^Tim Oltmanns, 3b fehlt heute, krank – telefonisch von .+\.$/);
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Tim Oltmanns, 3b fehlt heute, krank/)).toBeVisible();
  expect(desk.keys).toBeLessThanOrEqual(6);
  // Ready for the next call: the field is empty and has the focus.
  await expect(desk.search).toBeFocused();
  await expect(desk.search).toHaveValue('');
  await desk.press('Escape');
  await expect(desk.panel).toBeHidden();
  await expect(page.getByRole('grid').getByText('Oltmanns, Tim')).toBeVisible();
});

test('eilige Finger: Enter vor der Antwort nimmt das richtige Kind', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('jovanovic milos');
  await desk.press('Enter');
  await expect(desk.taken('Miloš Jovanović')).toBeVisible();
  await desk.press('Escape');
  await expect(frame.notice('Geparkt: Jovanović 3b. F2 holt den Anruf zurück.')).toBeVisible();
});

test('jede Schreibweise findet das Kind: Umlaut, ue, Türkisch, Elternteil, Telefon, Klasse', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  const searches: [string, RegExp][] = [
    ['mueller 3b', /Müller, Emma 3b/],
    ['mül 3b', /Müller, Emma 3b/],
    ['yilmaz emir', /Yılmaz, Emir 3b/],
    ['sahin kerem', /Şahin, Kerem 2c/],
    ['celik elif', /Çelik, Elif 2a/],
    ['riepe', /Hofmann, Lina 4a.*Dirk Riepe/],
    ['3920058', /Yılmaz, Emir 3b/],
    ['wisniewska', /Wiśniewska, Mia-Sophie 2b/],
  ];
  for (const [typed, found] of searches) {
    await desk.type(typed);
    await expect(desk.hits.first()).toContainText(found);
    await desk.search.fill('');
  }
  await desk.type('mueller');
  await expect(desk.hits.filter({ hasText: 'Müller, Emma' })).toContainText('wartet seit 07:18');
  await expect(desk.hits.filter({ hasText: 'Müller-Özkan, Deniz' })).toContainText('Attestpflicht');
  await picture(page, 'telefon-suche-light');
  await manualPicture(page, 'telefon-suche', desk.panel);
  await expectAccessible(page);
  await desk.search.fill('');
});

test('zwei Tage, Geschwister mit +, eine Taste je Angabe', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('celik elif');
  await desk.press('Enter');
  await expect(desk.taken('Elif Çelik')).toBeVisible();
  await desk.press('2', '+');
  await expect(desk.sentence).toHaveText(
    /^Elif Çelik, 2a und Ayşe Çelik, 2a fehlen heute bis Mi, 25\.11\., krank – telefonisch von/,
  );
  await manualPicture(page, 'telefon-angaben', desk.panel);
  await expectAccessible(page);
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Elif Çelik, 2a und Ayşe Çelik, 2a/)).toBeVisible();
  await desk.press('Escape');
  const tile = page.getByRole('button', { name: /^2a\b/ });
  await expect(tile).toContainText('2 von 19 fehlen');
});

test('ein Geschwisterkind lässt sich nicht speichern: gesagt wird, welches, und Enter versucht es noch einmal @browser', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  await new Frame(page).ready();
  await refuseOnce(page, 'absences.record', 2);
  await page.reload();
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('tietjen hannes');
  await desk.press('Enter');
  await desk.press('+', '+');
  await expect(desk.sentence).toContainText('Hannes Tietjen, 4c; ');
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Hannes Tietjen, 4c und (Leni|Theo) Tietjen/)).toBeVisible();
  const left = frame.notice(
    /^Nicht gespeichert: (Leni|Theo) Tietjen, \d\w\. .* Enter versucht es noch einmal\.$/,
  );
  await expect(left).toBeVisible();
  await picture(page, 'telefon-teilweise-gespeichert');
  await expect(desk.sentence).not.toContainText('Hannes');
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: (Leni|Theo) Tietjen, \d\w fehlt heute/)).toBeVisible();
  const line = await school.line('yildiz');
  const { absentStudents } = await line.get('today.office', {});
  expect(absentStudents.filter(({ familyName }) => familyName === 'Tietjen')).toHaveLength(3);
});

test('kommt später: L, Uhrzeit, Enter', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('stella boettcher');
  await desk.press('Enter');
  await expect(desk.taken('Stella Böttcher')).toBeVisible();
  await desk.press('a', 'l');
  await page.keyboard.type('9:30');
  await desk.press('Enter');
  await expect(desk.sentence).toContainText('kommt heute um 09:30, Arzttermin');
  await desk.press('Enter');
  await expect(frame.notice(/Stella Böttcher, 3b kommt heute um 09:30/)).toBeVisible();
});

test('nur einzelne Stunden, und ein Attest wird erwartet: N und P', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('henry wessels');
  await desk.press('Enter', 'n');
  const lessons = desk.panel.getByLabel('Welche Stunden?');
  await lessons.pressSequentially('3-1');
  await expect(desk.panel.getByText('Diese Stunden sind nicht lesbar.')).toBeVisible();
  await lessons.fill('1-3');
  await desk.press('Enter', 'p', 'p');
  await expect(desk.sentence).toContainText(
    'Henry Wessels, 4b fehlt heute (1.–3. Stunde), krank, Attest erwartet – telefonisch von',
  );
  await picture(page, 'telefon-stunden');
  await expectAccessible(page);
  await desk.press('Enter');
  await expect(frame.notice(/^Gespeichert: Henry Wessels/)).toBeVisible();
  const line = await school.line('yildiz');
  const { absentStudents } = await line.get('today.office', {});
  expect(absentStudents.filter(({ familyName }) => familyName === 'Wessels')).toHaveLength(1);
  await desk.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(frame.notice(/^Zurückgenommen: Henry Wessels/)).toBeVisible();
});

test('§ 34: nur die geschlossene Liste, keine andere Diagnose', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('bela schulz');
  await desk.press('Enter');
  await expect(desk.taken('Bela Schulz')).toBeVisible();
  await desk.press('i');
  const list = desk.panel.getByRole('combobox', { name: /§ 34 IfSG/ });
  await expect(list).toBeFocused();
  const choices = await list.getByRole('option').allTextContents();
  expect(choices).toContain('Kopfläuse');
  expect(choices.join()).not.toMatch(/grippe|erkältung|corona/i);
  await page.keyboard.type('Kopf');
  await desk.press('Enter', 'Enter');
  await expect(frame.notice(/Bela Schulz, 3b fehlt heute, krank, meldepflichtig/)).toBeVisible();
  // The sentence at the foot of the window names no illness: the counter can see it.
  await expect(page.locator('body')).not.toContainText('Kopfläuse');
});

test('Strg+Z nimmt die letzte Meldung zurück', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const figure = page.getByRole('button', { name: /von 240 Kindern fehlen/ });
  const before = await figure.textContent();
  const desk = await new PhoneDesk(page).open();
  await desk.type('amelie krueger');
  await desk.press('Enter');
  await expect(desk.taken('Amelie Krüger')).toBeVisible();
  await desk.press('Enter');
  await expect(frame.notice(/Gespeichert: Amelie Krüger/)).toBeVisible();
  await expect(figure).not.toHaveText(before ?? '');
  await desk.press('Control+z');
  await expect(figure).toHaveText(before ?? '');
  await expect(frame.notice(/Gespeichert: Amelie Krüger/)).toBeHidden();
});

test('doppelt gemeldet: beide Meldungen bleiben, eine Fehlzeit; Attestpflicht wird gezeigt', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('lina hofmann');
  await desk.press('Enter');
  await expect(desk.taken('Lina Hofmann')).toContainText('wartet im Eingang');
  await expect(desk.taken('Lina Hofmann')).toContainText('Beide Meldungen werden zusammengeführt');
  await desk.press('Enter');
  await expect(frame.notice(/Gespeichert: Lina Hofmann/)).toBeVisible();
  await desk.type('mueller deniz');
  await desk.press('Enter');
  await expect(desk.taken('Deniz Müller-Özkan')).toContainText('Attestpflicht');
  await desk.press('Escape');
  await expect(desk.panel).toBeHidden();
  // The guardian's own report is still there, marked as recorded already; accepting it adds it.
  const inbox = page.getByRole('region', { name: 'Zu prüfen' });
  const report = inbox.getByRole('listitem').filter({ hasText: 'Lina Hofmann' });
  await expect(report).toContainText('schon eingetragen');
  await frame.press('ArrowDown', 'a');
  await expect(report).toBeHidden();
  const line = await school.line('brandt');
  const { hits } = await line.get('desk.searchStudents', { query: 'lina hofmann' });
  const asked = { fromDay: DEMO_DAY, untilDay: DEMO_DAY, studentId: hits[0]?.studentId ?? '' };
  const { lines } = await line.until('absences.list', asked, (list) => list.lines[0]?.reports === 2);
  expect(lines).toHaveLength(1);
});

test('ein geparkter Anruf übersteht einen Absturz des Programms @browser', async ({ windows }) => {
  const app = await school.stage.desk(school.server, 'ostermann');
  const page = await windows.open(app);
  windows.problems.expect(/WebSocket|ERR_CONNECTION_REFUSED/);
  await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('harms tim');
  await desk.press('Enter');
  await expect(desk.taken('Tim Harms')).toBeVisible();
  await desk.press('3', 'Escape');
  await expect(desk.panel).toBeHidden();
  // A second call is under way when the program dies: half a name, nothing saved.
  await desk.open();
  await desk.type('gruenh');
  await expect(desk.hits.first()).toContainText('Grünhagen');
  await app.kill();

  await app.restart();
  await windows.enter(page, app);
  await new Frame(page).ready();
  await desk.open();
  await desk.tab(/geparkt .* gruenh/).click();
  await expect(desk.search).toHaveValue('gruenh');
  await desk.tab(/geparkt .* Harms 1c/).click();
  await expect(desk.taken('Tim Harms')).toBeVisible();
  await expect(desk.sentence).toContainText('bis Do, 26.11.');
  await expectAccessible(page);
  await picture(page, 'telefon-geparkt-light');
});

test('eine Lehrkraft nimmt nur Kinder der eigenen Klassen auf, und keine meldepflichtige Krankheit', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('petersen'));
  await new Frame(page).ready();
  const desk = await new PhoneDesk(page).open();
  await desk.type('wisniewska');
  await expect(desk.hits.first()).toHaveText(/Mia-Sophie.*nicht Ihre Klasse/s);
  await expectAccessible(page);
  await desk.press('Enter');
  await expect(page.getByText('Mia-Sophie Wiśniewska (2b) gehört nicht zu Ihren Klassen')).toBeVisible();
  await desk.search.fill('');
  await desk.type('oltmanns tim');
  await desk.press('Enter');
  await expect(desk.taken('Tim Oltmanns')).toBeVisible();
  await expect(desk.option('kommt später')).toBeVisible();
  await expect(desk.option(/§ 34/)).toHaveCount(0);
  await desk.press('Escape');
});
