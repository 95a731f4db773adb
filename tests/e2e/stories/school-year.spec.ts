import { expect, type Page } from '@playwright/test';
import { Stage } from '../../support/processes/stage.ts';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { test } from '../support/test.ts';

/** The school is filled in the old year; then the summer passes. */
const JUNE = '2027-06-29T08:14';
const AUGUST = '2027-08-16T07:40';

let stage: Stage;
let server: Awaited<ReturnType<Stage['server']>>;
test.slow();
test.beforeAll(async () => {
  stage = new Stage();
  server = await stage.server({ now: JUNE });
  await server.restart(AUGUST);
});
test.afterAll(() => stage.end());

const classLinks = (page: Page) =>
  page.getByRole('navigation', { name: 'Gruppen' }).getByRole('link', { name: /^\d[a-z]/ });

test('Schuljahr wechseln: ansehen, ändern, beginnen, zurücknehmen, ohne Maus', async ({ windows }) => {
  const office = await windows.open(await stage.desk(server, 'yildiz', { now: AUGUST }));
  const frame = await new Frame(office).ready();
  await frame.press('Alt+5');
  await expect(classLinks(office)).toHaveCount(12);
  await office.getByRole('button', { name: 'Schuljahr wechseln' }).focus();
  await frame.press('Enter');
  const step = office.getByRole('form', { name: 'Wechsel ins Schuljahr 2027/28' });
  await expect(step.getByRole('textbox', { name: 'Klasse 1a wird zu' })).toHaveValue('2a');
  await expect(step.getByRole('checkbox', { name: 'Klasse 4c verlässt die Schule' })).toBeChecked();
  await expect(step.getByRole('textbox', { name: 'Klassen, die auf neue Kinder warten' })).toHaveValue(
    '1a, 1b, 1c',
  );
  const outcome = step.getByRole('region', { name: 'Das kommt dabei heraus' });
  await expect(outcome).toContainText(/vorher12 Klassen, 2\d\d Kinder/);
  await manualPicture(office, 'schuljahr-wechseln');
  await expectAccessible(office);

  // A child repeats the year: found as at the phone, and into the class of the same name.
  await step.getByRole('combobox', { name: 'Kind', exact: true }).focus();
  await office.keyboard.type('yılmaz');
  await step.getByRole('option').first().waitFor();
  await frame.press('Enter');
  await expect(step.getByRole('listitem').filter({ hasText: /Y[ıi]lmaz/ })).toBeVisible();
  await step.getByRole('textbox', { name: 'Klasse 2c wird zu' }).fill('');
  await expect(step.getByRole('alert')).toContainText('Was wird aus Klasse 2c?');
  await step.getByRole('textbox', { name: 'Klasse 2c wird zu' }).fill('3c');
  await step.getByRole('button', { name: 'Schuljahr 2027/28 beginnen' }).focus();
  await frame.press('Enter');
  await expect(frame.notice(/Das Schuljahr 2027\/28 hat begonnen/)).toBeVisible();
  await expect(classLinks(office)).toHaveCount(12);
  await classLinks(office).filter({ hasText: /^2a/ }).click();
  await expect(office.getByRole('article', { name: 'Klasse 2a' })).toContainText('Schuljahr 2027/28');
  await picture(office, 'schuljahr-klasse');
  await frame.closeNotices();
  await office.getByRole('button', { name: 'Schuljahr wechseln' }).click();
  await expect(office.getByRole('region', { name: 'Das Schuljahr 2027/28 hat begonnen' })).toContainText(
    'Yıldız',
  );
  await manualPicture(office, 'schuljahr-gewechselt');

  // Its sentence has gone: the first press shows it again, the second takes back what can be read.
  await frame.press('Control+z');
  await expect(frame.notice(/hat begonnen: 181 Kinder/)).toBeVisible();
  await frame.press('Control+z');
  await expect(frame.notice(/ist zurückgenommen. Alles ist wie vorher/)).toBeVisible();
  await expect(step).toBeVisible();
});

test('Wer dabei zusieht: die Klasse der Lehrkraft geht mit, und der Weg zurück steht bei Gruppen', async ({
  windows,
}) => {
  const teacher = await windows.open(await stage.desk(server, 'petersen', { now: AUGUST }));
  await new Frame(teacher).ready();
  const desk = await stage.desk(server, 'yildiz', { now: AUGUST });
  const office = await windows.open(desk, { theme: 'dark' });
  const frame = await new Frame(office).ready();
  await frame.press('Alt+5');
  await office.getByRole('button', { name: 'Schuljahr wechseln' }).click();
  await office.getByRole('button', { name: 'Schuljahr 2027/28 beginnen' }).waitFor();
  await picture(office, 'schuljahr-wechseln-dunkel');
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Schuljahr 2027/28 beginnen' }).click();
  await expect(frame.notice(/hat begonnen/)).toBeVisible();
  await new Frame(teacher).press('Alt+5');
  await expect(classLinks(teacher).filter({ hasText: /^4b/ })).toContainText('Petersen');

  await frame.closeNotices();
  await office.getByRole('button', { name: 'Schuljahr wechseln' }).click();
  await picture(office, 'schuljahr-gewechselt-dunkel');
  await expectAccessible(office);
  await office.getByRole('button', { name: 'Wechsel zurücknehmen' }).click();
  await expect(frame.notice(/ist zurückgenommen/)).toBeVisible();
  await expect(office.getByRole('form', { name: 'Wechsel ins Schuljahr 2027/28' })).toBeVisible();
});
