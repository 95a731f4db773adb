import { Menu } from '@mantine/core';
import { IconCopy, IconFileSpreadsheet, IconFileTypeCsv, IconTableExport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../client/use-command.ts';
import { useHost } from '../../host/host-services.ts';
import { useShortcut } from '../../keyboard/use-shortcut.ts';
import { Button } from '../Button.tsx';
import { Kbd } from '../Kbd.tsx';
import { say, sayProblem } from '../notices.ts';
import type { TableColumn } from './columns.ts';
import { exportOf, tableText } from './table-output.ts';

interface OutputMenuProps<Row> {
  /** The file's name; never a child's. */
  name: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** Further menu items: what can be handed out here beside what the table shows. */
  more?: ReactNode;
}

/** Takes exactly what a table shows to the clipboard or into a file. */
export function OutputMenu<Row>({ name, columns, rows, more }: OutputMenuProps<Row>) {
  const { t } = useTranslation('table');
  const host = useHost();
  const exportTable = useCommand('paper.exportTable');
  const save = async (format: 'csv' | 'xlsx') => {
    const answer = await exportTable({ ...exportOf(name, columns, rows), format });
    if (!answer.ok) return;
    host.saveFile(answer.result);
    say(t('saved', { count: rows.length, file: answer.result.fileName }));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableText(columns, rows));
      say(t('copied', { count: rows.length }));
    } catch {
      sayProblem(t('copyFailed'));
    }
  };
  const isEmpty = rows.length === 0;
  useShortcut('tableCopy', () => void copy(), !isEmpty);
  return (
    <Menu position="bottom-end" width={more ? 320 : 260}>
      <Menu.Target>
        <Button icon={<IconTableExport aria-hidden />} disabled={isEmpty && more === undefined}>
          {t('output')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy />}
          rightSection={<Kbd of="tableCopy" />}
          disabled={isEmpty}
          onClick={() => void copy()}
        >
          {t('copy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv />} disabled={isEmpty} onClick={() => void save('csv')}>
          {t('csv')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet />} disabled={isEmpty} onClick={() => void save('xlsx')}>
          {t('xlsx')}
        </Menu.Item>
        {more}
      </Menu.Dropdown>
    </Menu>
  );
}
