import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
import { expectNoSidewaysScroll } from '../support/sideways.ts';
import { aSchool, test } from '../support/test.ts';
import type { Look } from '../support/windows.ts';

const school = aSchool();
// Every screen is looked at by axe, one after the other.
test.slow();

interface Screen {
  readonly name: string;
  readonly userName: string;
  /** Its level-one heading, or the name of the dialog above it. */
  readonly title: string | RegExp;
  /** Keys from Today to the screen. */
  readonly keys: readonly string[];
  /** The part of the screen that is then chosen by its link. */
  readonly part?: string;
}

const screens: Screen[] = [
  { name: 'heute-sekretariat', userName: 'yildiz', title: /^Dienstag/, keys: [] },
  { name: 'heute-schulleitung', userName: 'brandt', title: /^Dienstag/, keys: [] },
  { name: 'heute-lehrkraft', userName: 'petersen', title: 'Klasse 3b', keys: [] },
  { name: 'klassen', userName: 'yildiz', title: 'Klasse 1a', keys: ['Alt+2'] },
  { name: 'abwesenheiten', userName: 'yildiz', title: 'Abwesenheiten', keys: ['Alt+3'] },
  { name: 'verwaltung', userName: 'yildiz', title: 'Verwaltung', keys: ['Alt+9'] },
  {
    ...{ name: 'kalender', userName: 'yildiz', title: 'Kalender und Zeiten' },
    ...{ keys: ['Alt+9'], part: 'Kalender und Zeiten' },
  },
  {
    ...{ name: 'personen', userName: 'brandt', title: 'Personen und Rechte' },
    ...{ keys: ['Alt+9'], part: 'Personen und Rechte' },
  },
  { name: 'kinder', userName: 'yildiz', title: 'Kinder', keys: ['Alt+4'] },
  { name: 'gruppen', userName: 'yildiz', title: 'Gruppen', keys: ['Alt+5'] },
  { name: 'verwaltung-technik', userName: 'nazari', title: 'Personen und Rechte', keys: [] },
  { name: 'telefon', userName: 'yildiz', title: 'Krankmeldung aufnehmen', keys: ['F2'] },
  { name: 'anrufliste', userName: 'yildiz', title: /Mia-Sophie/, keys: ['u'] },
  { name: 'tasten', userName: 'yildiz', title: 'Tastenkürzel', keys: ['?'] },
];

/** The looks somebody may have chosen, the last of them on a PC that shows everything twice as large. */
const looks: Record<string, Look> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  '200-prozent': { theme: 'light', viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
};

/** Each screen once per look; the stories look at what changes on them. */
for (const [name, look] of Object.entries(looks)) {
  for (const userName of new Set(screens.map((screen) => screen.userName))) {
    test(`${name}: Bildschirme von ${userName} haben Namen, Kontrast und Ordnung`, async ({ windows }) => {
      const page = await windows.open(await school.desk(userName), look);
      const frame = await new Frame(page).ready();
      for (const screen of screens.filter((one) => one.userName === userName)) {
        await frame.press(...screen.keys);
        if (screen.part) await page.getByRole('link', { name: screen.part }).click();
        const heading = page.getByRole('heading', { level: 1, name: screen.title });
        await heading
          .or(page.getByRole('dialog', { name: screen.title }))
          .first()
          .waitFor();
        await picture(page, `${screen.name}-${name}`);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await frame.press('Escape', 'Alt+1');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  }
}
