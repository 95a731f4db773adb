import type { Page } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { expectAccessible } from '../support/axe.ts';
import { picture } from '../support/pictures.ts';
import { aSchool, test } from '../support/test.ts';
import type { Theme } from '../support/windows.ts';

const school = aSchool();

interface Screen {
  readonly name: string;
  readonly userName: string;
  /** From Today of this person to the screen. */
  readonly reach: (frame: Frame, page: Page) => Promise<void>;
}

const office = (name: string, reach: Screen['reach']): Screen => ({ name, userName: 'yildiz', reach });
const head = (name: string, reach: Screen['reach']): Screen => ({ name, userName: 'brandt', reach });
const teacher = (name: string, reach: Screen['reach']): Screen => ({ name, userName: 'petersen', reach });
const here = async () => {};

const screens: Screen[] = [
  office('heute-sekretariat', here),
  head('heute-schulleitung', here),
  teacher('heute-lehrkraft', here),
  office('telefon-leer', async (frame) => frame.press('F2')),
  office('abwesenheiten', async (frame) => frame.press('Alt+3')),
  office('klassen', async (frame) => frame.press('Alt+2')),
  office('verwaltung', async (frame) => frame.press('Alt+4')),
  office('tasten', async (frame) => frame.press('?')),
];

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test.describe(`Jeder Bildschirm, ${theme}`, () => {
    for (const { name, userName, reach } of screens) {
      test(`${name} hat Namen, Kontrast und Ordnung`, async ({ windows }) => {
        const page = await windows.open(await school.desk(userName), { theme });
        const frame = await new Frame(page).ready();
        await reach(frame, page);
        await picture(page, `${name}-${theme}`);
        await expectAccessible(page);
      });
    }
  });
}
