import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { manualPicture, picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';

const school = aSchool();

test('Anrufliste: eine Taste je Versuch, Sorgengrund an die Schulleitung, die entscheidet', async ({
  windows,
}) => {
  const office = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(office).ready();
  await frame.press('u');
  const ladder = office.getByRole('dialog', { name: /Mia-Sophie Wiśniewska/ });
  const chosen = ladder.getByRole('radio', { checked: true });
  await expect(chosen).toContainText('Tomasz Wiśniewski');
  await frame.press('4');
  await expect(frame.notice('Vater nicht erreicht – der Versuch ist notiert.')).toBeVisible();
  await expect(chosen).toContainText('Katarzyna Dąbrowska');
  await frame.press('5');
  await expect(ladder.getByText(/Katarzyna Dąbrowska: Nachricht hinterlassen/)).toBeVisible();
  await frame.closeNotices();
  await manualPicture(office, 'anrufliste', ladder);
  await expectAccessible(office);
  await frame.press('z');
  await ladder.getByRole('radio', { name: 'Streit um die Sorge' }).waitFor();
  await frame.press('Tab');
  await office.keyboard.type('Vater hat gestern gedroht');
  await frame.press('Tab', 'Enter');
  await expect(frame.notice('Der Sorgengrund steht jetzt bei der Schulleitung.')).toBeVisible();
  await frame.press('Escape');

  const head = await windows.open(await school.desk('brandt'));
  const headFrame = await new Frame(head).ready();
  const concern = head.getByRole('region', { name: 'Sorgengrund – bitte entscheiden' });
  await expect(concern).toContainText('Mia-Sophie Wiśniewska');
  await expect(concern).toContainText('Vater hat gestern gedroht');
  await picture(head, 'heute-schulleitung-sorge-light');
  await expectAccessible(head);
  await concern.getByRole('button', { name: 'Weiter anrufen' }).click();
  await expect(headFrame.notice('Entschieden: Weiter anrufen.')).toBeVisible();
  await expect(concern).toBeHidden();

  await frame.press('u');
  await expect(ladder).toContainText('Weiter anrufen');
  await frame.press('ArrowUp', 'ArrowUp', '1');
  await expect(frame.notice(/^Mia-Sophie Wiśniewska, 2b, ist heute krank/)).toBeVisible();
  await expect(ladder).toBeHidden();
  await expect(office.getByRole('region', { name: /^Ungeklärt/ }).getByText('Wiśniewska')).toHaveCount(0);
});

test('unterwegs, gerade gekommen: jeder Grund schließt den Fall auf seine Weise', async ({ windows }) => {
  const office = await windows.open(await school.desk('yildiz'));
  const frame = await new Frame(office).ready();
  const alarm = office.getByRole('region', { name: /^Ungeklärt/ });
  await alarm.getByRole('listitem').filter({ hasText: 'Emir Yılmaz' }).getByRole('button').click();
  await office.getByRole('dialog', { name: /Emir Yılmaz/ }).waitFor();
  await frame.press('2');
  await expect(frame.notice(/^Emir Yılmaz, 3b, ist unterwegs/)).toBeVisible();
  await alarm.getByRole('listitem').filter({ hasText: 'Jonas Müller-Behrens' }).getByRole('button').click();
  await office.getByRole('dialog', { name: /Jonas Müller-Behrens/ }).waitFor();
  await frame.press('3');
  await expect(frame.notice(/^Jonas Müller-Behrens, 1a, ist gerade gekommen/)).toBeVisible();
  await expect(alarm.getByText('Jonas Müller-Behrens')).toHaveCount(0);
  const teacher = await windows.open(await school.desk('guelbahar'));
  await new Frame(teacher).ready();
  await expect(teacher.getByRole('listitem').filter({ hasText: 'Jonas Müller-Behrens' })).toContainText(
    'zu spät',
  );
});

test('Klasse melden: drei von neunzehn fehlen mit sieben Tasten, das Sekretariat sieht jede sofort', async ({
  windows,
}) => {
  const office = await windows.open(await school.desk('yildiz'));
  await new Frame(office).ready();
  const teacher = await windows.open(await school.desk('lehmann'));
  await new Frame(teacher).ready();
  const tile = office.getByRole('button', { name: /^3c\b/ });
  const alarm = office.getByRole('region', { name: 'Ungeklärt – bitte anrufen' });
  const missing = [
    ['c', 'Çınar Gülbahar'],
    ['s', 'Şivan Kobanê'],
    ['z', 'Zoi Vasilaki'],
  ] as const;
  let keys = 0;
  for (const [letter, name] of missing) {
    await teacher.keyboard.press(letter);
    const child = teacher.getByRole('list', { name: 'Kinder der Klasse' }).getByRole('button', { name });
    await expect(child.first()).toBeFocused();
    const began = performance.now();
    await teacher.keyboard.press('Space');
    keys += 2;
    await expect(alarm.getByText(name)).toBeVisible({ timeout: 1000 });
    expect(performance.now() - began).toBeLessThan(1000);
  }
  await new Frame(teacher).closeNotices();
  await manualPicture(teacher, 'klasse-melden');
  await teacher.keyboard.press('Control+Enter');
  keys += 1;
  expect(keys).toBeLessThanOrEqual(8);
  await expect(teacher.getByText(/^Klasse hat gemeldet 08:1\d, Lehmann/)).toBeVisible();
  await expect(tile).toContainText('Lehmann');
  await expect(tile).toContainText('3 ungeklärt');
  await expect(office.getByRole('link', { name: /Heute \d Kinder fehlen ungeklärt/ })).toBeVisible();
  await expectAccessible(office);
  await picture(office, 'heute-voll-light');
});

test('ein Tag Beurlaubung: die Klassenlehrkraft entscheidet auf ihrem Heute', async ({ windows }) => {
  const page = await windows.open(await school.desk('petersen'));
  const frame = await new Frame(page).ready();
  const card = page.getByRole('region', { name: 'Beurlaubungen' });
  await expect(page.getByText(/ · 1 Antrag auf Beurlaubung$/)).toBeVisible();
  await expect(card.getByRole('listitem')).toHaveCount(1);
  await expect(card).toContainText('Taufe des Bruders');
  await picture(page, 'klasse-beurlaubung');
  await card.getByRole('button', { name: 'Genehmigen' }).click();
  await expect(frame.notice(/ist beurlaubt/)).toBeVisible();
  await expect(card).toBeHidden();
});
