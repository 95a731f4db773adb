import { Menu } from '@mantine/core';
import { IconFileSpreadsheet, IconFileTypeCsv, IconFileZip } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RosterExport, rosterExports } from '../../src-shared/roster/contract.ts';
import { useMay } from '../absences/use-may.ts';
import { useCommand } from '../client/use-command.ts';
import { say } from '../components/notices.ts';
import { useHost } from '../host/host-services.ts';

const icons: Readonly<Record<RosterExport, ReactNode>> = {
  studentsCsv: <IconFileTypeCsv />,
  guardiansCsv: <IconFileTypeCsv />,
  workbook: <IconFileSpreadsheet />,
  oneRoster: <IconFileZip />,
};

/** Saves the whole school as lists that can be read in again, whatever the table shows; for whoever may read lists in. */
export function WholeSchoolItems() {
  const { t } = useTranslation('students');
  const { t: tTable } = useTranslation('table');
  const host = useHost();
  const may = useMay();
  const exportRoster = useCommand('roster.export');
  if (!may('roster.apply')) return null;
  const save = async (list: RosterExport) => {
    const answer = await exportRoster({ list });
    if (!answer.ok) return;
    host.saveFile(answer.result);
    say(tTable('saved', { count: answer.result.rows, file: answer.result.fileName }));
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('wholeSchool.label')}</Menu.Label>
      {rosterExports.map((list) => (
        <Menu.Item key={list} leftSection={icons[list]} onClick={() => void save(list)}>
          {t(`wholeSchool.${list}`)}
        </Menu.Item>
      ))}
    </>
  );
}
