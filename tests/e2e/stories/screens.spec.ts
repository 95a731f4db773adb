import { expect } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';
import type { Theme } from '../support/windows.ts';

const school = aSchool();

interface Screen {
  readonly name: string;
  readonly userName: string;
  /** Its level-one heading, or the name of the dialog above it. */
  readonly title: string | RegExp;
  /** Keys from Today to the screen. */
  readonly keys: readonly string[];
}

const screens: Screen[] = [
  { name: 'heute-sekretariat', userName: 'yildiz', title: /^Dienstag/, keys: [] },
  { name: 'heute-schulleitung', userName: 'brandt', title: /^Dienstag/, keys: [] },
  { name: 'heute-lehrkraft', userName: 'petersen', title: 'Klasse 3b', keys: [] },
  { name: 'klassen', userName: 'yildiz', title: 'Klasse 1a', keys: ['Alt+2'] },
  { name: 'abwesenheiten', userName: 'yildiz', title: 'Abwesenheiten', keys: ['Alt+3'] },
  { name: 'verwaltung', userName: 'yildiz', title: 'Verwaltung', keys: ['Alt+9'] },
  { name: 'kinder', userName: 'yildiz', title: 'Kinder', keys: ['Alt+4'] },
  { name: 'gruppen', userName: 'yildiz', title: 'Gruppen', keys: ['Alt+5'] },
  { name: 'verwaltung-technik', userName: 'nazari', title: 'Personen und Rechte', keys: [] },
  { name: 'telefon', userName: 'yildiz', title: 'Krankmeldung aufnehmen', keys: ['F2'] },
  { name: 'anrufliste', userName: 'yildiz', title: /Mia-Sophie/, keys: ['u'] },
  { name: 'tasten', userName: 'yildiz', title: 'Tastenkürzel', keys: ['?'] },
];

/** Each screen once per theme; the stories look at what changes on them. */
for (const theme of ['light', 'dark'] satisfies Theme[]) {
  for (const userName of new Set(screens.map((screen) => screen.userName))) {
    test(`${theme}: Bildschirme von ${userName} haben Namen, Kontrast und Ordnung`, async ({ windows }) => {
      const page = await windows.open(await school.desk(userName), { theme });
      const frame = await new Frame(page).ready();
      for (const screen of screens.filter((one) => one.userName === userName)) {
        await frame.press(...screen.keys);
        const heading = page.getByRole('heading', { level: 1, name: screen.title });
        await heading
          .or(page.getByRole('dialog', { name: screen.title }))
          .first()
          .waitFor();
        await picture(page, `${screen.name}-${theme}`);
        await expectAccessible(page);
        await frame.press('Escape', 'Alt+1');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  }
}
