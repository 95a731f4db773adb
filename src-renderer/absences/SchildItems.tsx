import { Menu } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { schoolSectionOf } from '../../src-shared/values/school-year.ts';
import { useCommand } from '../client/use-command.ts';
import { say } from '../components/notices.ts';
import { useHost } from '../host/host-services.ts';
import { type AbsenceFilters, weekOf } from './absence-filters.ts';
import { useMay } from './use-may.ts';

type Period = 'day' | 'week' | 'section';

/** Saves missed lessons for SchILD: of the day or week shown, or of its half-year. For whoever sees every child. */
export function SchildItems({ filters: { view, day } }: { filters: AbsenceFilters }) {
  const { t } = useTranslation('absences');
  const { t: tTable } = useTranslation('table');
  const host = useHost();
  const may = useMay();
  const exportSchild = useCommand('absences.exportSchild');
  if (!may('absences.withdraw')) return null;
  const save = async (period: Period) => {
    const answer = await exportSchild(daysOf(period, day));
    if (!answer.ok) return;
    host.saveFile(answer.result);
    say(tTable('saved', { count: answer.result.rows, file: answer.result.fileName }));
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('schild.label')}</Menu.Label>
      {([view, 'section'] as const).map((period) => (
        <Menu.Item key={period} leftSection={<IconFileText />} onClick={() => void save(period)}>
          {t(`schild.${period}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function daysOf(period: Period, day: string): { fromDay: string; untilDay: string } {
  if (period === 'day') return { fromDay: day, untilDay: day };
  if (period === 'week') return weekOf(day);
  const { fromDay, untilDay } = schoolSectionOf(day);
  return { fromDay, untilDay };
}
