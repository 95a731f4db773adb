import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { WindowOptions } from '../../../support/renderer-harness/open-window.ts';
import { windows, withWindows } from '../window/windows.ts';
import './absence-stories.ts';
import '../paper/paper-stories.ts';
import '../roster/roster-stories.ts';

// One file, one build, one browser for the lists, the sheets and the imports.
withWindows();

interface Screen extends WindowOptions {
  name: string;
  act?: (page: Page) => Promise<unknown>;
}

const openRow = (page: Page) => page.locator('[data-row]').first().click();
const openStudent = async (page: Page) => {
  await openRow(page);
  await page.getByTitle('Alle Fehlzeiten dieses Kindes').click();
  await page.getByRole('heading', { name: 'Tage fürs Zeugnis' }).waitFor();
};

const screens: Screen[] = [
  { name: 'a day with an open absence', hash: '#/absences?excuse=unexcused', act: openRow },
  { name: 'a week in the dark', hash: '#/absences?view=week&reason=leave', theme: 'dark' },
  {
    name: 'a child in high contrast',
    hash: '#/absences?excuse=unexcused',
    as: 'principal',
    theme: 'contrast',
    act: openStudent,
  },
  { name: 'administration', hash: '#/administration', theme: 'dark' },
];

describe('axe finds nothing on', () => {
  it.each(screens)(
    '$name',
    async ({ act, name, ...options }) => {
      const page = await windows.open(options);
      await act?.(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`);
      expect(found, name).toEqual([]);
    },
    30_000,
  );
});
