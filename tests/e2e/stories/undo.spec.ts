import { expect, type Page } from '@playwright/test';
import { DEMO_DAY } from '../../support/processes/demo-server.ts';
import { Frame } from '../pages/frame.ts';
import { PhoneDesk } from '../pages/phone-desk.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

const inbox = (page: Page) => page.getByRole('region', { name: 'Zu prüfen' });
const row = (page: Page, name: string) => inbox(page).getByRole('listitem').filter({ hasText: name });
const absent = (page: Page) => page.getByRole('button', { name: /von 240 Kindern fehlen/ });

test('annehmen, korrigieren, ablehnen, abhören: Strg+Z legt alles zurück, so wie es kam', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const before = (await absent(page).textContent()) ?? '';
  const lina = await row(page, 'Lina Hofmann').locator('p').nth(1).textContent();

  await row(page, 'Lina Hofmann').focus();
  await frame.press('a');
  await expect(frame.notice(/^Lina Hofmann, 4a: Meldung angenommen/)).toBeVisible();
  await expect(row(page, 'Lina Hofmann')).toBeHidden();
  await manualPicture(page, 'rueckgaengig', frame.notice(/^Lina Hofmann/));
  await picture(page, 'rueckgaengig-angeboten-light');
  await frame.press('Control+z');
  await expect(frame.notice(/^Lina Hofmann, 4a: Die Meldung wartet wieder/)).toBeVisible();
  await expect(row(page, 'Lina Hofmann')).toContainText(/wieder geöffnet .*08:1\d, Nermin Yıldız/);
  await expect(absent(page)).toHaveText(before);

  await row(page, 'Lina Hofmann').focus();
  await frame.press('k');
  const desk = new PhoneDesk(page);
  await expect(desk.taken('Lina Hofmann')).toBeVisible();
  await frame.press('a', '3', 'Enter');
  await expect(frame.notice(/^Gespeichert: Lina Hofmann, 4a fehlt .*Arzttermin/)).toBeVisible();
  await expect(row(page, 'Lina Hofmann')).toBeHidden();
  await frame.press('Control+z');
  await expect(frame.notice(/^Zurückgenommen: Lina Hofmann, 4a/)).toBeVisible();
  await expect(row(page, 'Lina Hofmann').locator('p').nth(1)).toHaveText(lina ?? '');
  await expect(absent(page)).toHaveText(before);

  await row(page, 'Ole Harms').focus();
  await frame.press('x', 'Enter');
  await expect(frame.notice(/^Ole Harms, 3a: Meldung abgelehnt/)).toBeVisible();
  await frame.press('Control+z');
  await expect(row(page, 'Ole Harms')).toContainText('wieder geöffnet');

  await row(page, 'Anrufbeantworter').focus();
  await frame.press('x');
  await expect(frame.notice('Die Nachricht ist abgehört und weggelegt.')).toBeVisible();
  await frame.press('Control+z');
  await expect(row(page, 'Anrufbeantworter')).toContainText('wieder geöffnet');
  await picture(page, 'heute-wieder-geoeffnet-light');
  await expectAccessible(page);
});

test('eine aufgenommene Nachricht kommt mit ihrer Krankmeldung zurück', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const before = (await absent(page).textContent()) ?? '';
  await row(page, 'Anrufbeantworter').focus();
  await frame.press('a');
  const desk = new PhoneDesk(page);
  await desk.type('reber');
  await frame.press('Enter');
  await expect(desk.taken('Rêber Demirtaş')).toBeVisible();
  await frame.press('Enter');
  await expect(frame.notice(/^Gespeichert: Rêber Demirtaş/)).toBeVisible();
  await expect(absent(page)).not.toHaveText(before);
  // The panel is ready for the next call; nothing is typed there, so the key means what was done last.
  await frame.press('Control+z');
  await expect(frame.notice(/^Zurückgenommen: Rêber Demirtaş/)).toBeVisible();
  await frame.press('Escape');
  await expect(row(page, 'Anrufbeantworter')).toBeVisible();
  await expect(absent(page)).toHaveText(before);
});

test('ein Anruf der Liste: der Versuch zählt nicht mehr, der Fall ist wieder offen', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  const alarm = page.getByRole('region', { name: /^Ungeklärt/ });
  await frame.press('u');
  const ladder = page.getByRole('dialog', { name: /Mia-Sophie Wiśniewska/ });
  const chosen = ladder.getByRole('radio', { checked: true });
  await expect(chosen).toContainText('Tomasz Wiśniewski');
  await frame.press('4');
  await expect(chosen).toContainText('Katarzyna Dąbrowska');
  await frame.press('Control+z');
  await expect(frame.notice(/^Der Anruf \(Vater\) ist zurückgenommen/)).toBeVisible();
  await expect(chosen).toContainText('Tomasz Wiśniewski');
  await expect(ladder.getByText(/zurückgenommen 08:1\d/)).toBeVisible();
  await frame.closeNotices();
  await picture(page, 'anruf-zurueckgenommen-light', ladder);
  await expectAccessible(page);

  await frame.press('1');
  await expect(frame.notice(/^Mia-Sophie Wiśniewska, 2b, ist heute krank/)).toBeVisible();
  await expect(alarm.getByText('Mia-Sophie Wiśniewska')).toHaveCount(0);
  await frame.press('Control+z');
  await expect(
    frame.notice('Mia-Sophie Wiśniewska, 2b: zurückgenommen. Der Fall ist wieder offen.'),
  ).toBeVisible();
  await expect(alarm.getByText('Mia-Sophie Wiśniewska')).toBeVisible();

  const jonas = alarm.getByRole('listitem').filter({ hasText: 'Jonas Müller-Behrens' });
  await jonas.getByRole('button').click();
  await page.getByRole('dialog', { name: /Jonas Müller-Behrens/ }).waitFor();
  await frame.press('3');
  await expect(frame.notice(/^Jonas Müller-Behrens, 1a, ist gerade gekommen/)).toBeVisible();
  await expect(jonas).toHaveCount(0);
  await frame.press('Control+z');
  await expect(jonas).toBeVisible();
});

test('„Klasse hat gemeldet“ zurücknehmen: das Sekretariat sieht es sofort', async ({ windows }) => {
  const office = await windows.open(await school.desk('yildiz'));
  await new Frame(office).ready();
  const tile = office.getByRole('button', { name: /^3c\b/ });
  const teacher = await windows.open(await school.desk('lehmann'));
  const frame = await new Frame(teacher).ready();
  await frame.press('Control+Enter');
  await expect(teacher.getByText(/^Klasse hat gemeldet 08:1\d, Lehmann/)).toBeVisible();
  await expect(tile).toContainText('Lehmann');
  await frame.press('Control+z');
  await expect(frame.notice('Klasse 3c: Ihre Meldung ist zurückgenommen.')).toBeVisible();
  await expect(teacher.getByText(/zurückgenommen 08:1\d, Lehmann/)).toBeVisible();
  await expect(tile).toContainText(/offen\s*seit 08:1\d/);
  await picture(teacher, 'klasse-zurueckgenommen-light');
  await picture(office, 'heute-klasse-zurueckgenommen-light');
  await expectAccessible(teacher);
  await expect(teacher.getByRole('button', { name: /Klasse melden/ })).toBeVisible();
});

test('Haken in den Abwesenheiten: zurück, und der Verlauf behält beides', async ({ windows }) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await frame.press('Alt+3');
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(2).waitFor();
  await frame.press('ArrowDown', 'Enter');
  const details = page.getByRole('complementary', { name: 'Einzelheiten der Fehlzeit' });
  await details.getByRole('button', { name: /Attest gesehen/ }).waitFor();
  await frame.press('a');
  await expect(frame.notice(/Das Attest für .+ wurde gesehen/)).toBeVisible();
  await expect(details.getByRole('button', { name: /Attest gesehen/ })).toHaveCount(0);
  await frame.press('Control+z');
  await expect(frame.notice(/Die Änderung für .+ ist zurückgenommen/)).toBeVisible();
  await expect(details.getByRole('button', { name: /Attest gesehen/ })).toBeVisible();
  await expect(details.getByText(/Änderung zurückgenommen · Nermin Yıldız/)).toBeVisible();
  await frame.closeNotices();
  await picture(page, 'abwesenheiten-zurueckgenommen-light');
  await expectAccessible(page);
});

test('zu spät: was die Schulleitung inzwischen geändert hat, bleibt, und ein Satz sagt es', async ({
  windows,
}) => {
  const page = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(page).ready();
  await row(page, 'Tim Harms').focus();
  await frame.press('a');
  await expect(frame.notice(/^Tim Harms, .*: Meldung angenommen/)).toBeVisible();
  // Under the pointer the sentence stays.
  await frame.notice(/^Tim Harms/).hover();

  const head = await school.line('brandt');
  const { hits } = await head.get('desk.searchStudents', { query: 'harms tim' });
  const studentId = hits.find(({ className }) => className === '1c')?.studentId ?? '';
  const asked = { fromDay: DEMO_DAY, untilDay: DEMO_DAY, studentId };
  const { lines } = await head.until('absences.list', asked, (list) => list.lines.length === 1);
  const absenceId = lines[0]?.absenceId ?? '';
  await head.get('absences.excuse', { absenceId, studentId, excuse: 'unexcused' });

  await frame.press('Alt+3');
  const line = page.getByRole('grid').getByRole('row', { name: /Harms, Tim.*1c/ });
  await expect(line).toContainText('unentschuldigt');
  await frame.press('Control+z');
  await expect(frame.notice(/^Daran wurde inzwischen weitergearbeitet/)).toBeVisible();
  await picture(page, 'rueckgaengig-zu-spaet-light');
  await expectAccessible(page);
  await expect(line).toContainText('unentschuldigt');
  await frame.press('Alt+1');
  await expect(inbox(page)).toBeVisible();
  await expect(row(page, 'Tim Harms')).toHaveCount(0);
});
