import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../components/Tag.tsx';
import type { TableColumn } from '../components/table/columns.ts';
import { useFormat } from '../format/use-format.ts';
import type { DirectoryLine } from './directory-line.ts';

type Column = TableColumn<DirectoryLine>;

/** Columns that are shown until somebody chooses others. */
export const usualColumns: readonly string[] = [
  'name',
  'class',
  'birthDate',
  'guardians',
  'phone',
  'care',
  'groups',
];

/** All columns a directory can have, in their order. */
export function useStudentColumns(): readonly Column[] {
  const child = useChildColumns();
  const family = useFamilyColumns();
  const care = useCareColumns();
  return useMemo(() => [...child, ...family, ...care], [child, family, care]);
}

function useChildColumns(): readonly Column[] {
  const { t } = useTranslation('students');
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('columns.name'),
        width: 196,
        grows: true,
        kind: 'text',
        value: (line) => `${line.familyName}, ${line.givenName}`,
        cell: (line) => (
          <>
            {line.familyName}, {line.givenName}
            {line.blockedGuardian ? <Tag tone="danger">{t('blockedShort')}</Tag> : null}
            {line.leftOn === null ? null : (
              <Tag tone="plain">{t('leavesOn', { day: format.fullDay(line.leftOn) })}</Tag>
            )}
          </>
        ),
      },
      { key: 'class', title: t('columns.class'), width: 66, kind: 'text', value: (line) => line.className },
      {
        key: 'birthDate',
        title: t('columns.birthDate'),
        width: 104,
        kind: 'day',
        value: (line) => line.birthDate,
        cell: (line) => (line.birthDate === null ? '' : format.fullDay(line.birthDate)),
      },
    ],
    [t, format],
  );
}

function useFamilyColumns(): readonly Column[] {
  const { t } = useTranslation('students');
  return useMemo(
    () => [
      {
        key: 'guardians',
        title: t('columns.guardians'),
        width: 222,
        kind: 'text',
        value: (line) => line.guardians.map((guardian) => guardian.name).join(', '),
      },
      { key: 'phone', title: t('columns.phone'), width: 150, kind: 'text', value: (line) => line.phone },
      { key: 'city', title: t('columns.city'), width: 120, kind: 'text', value: (line) => line.city },
      {
        key: 'languages',
        title: t('columns.languages'),
        width: 110,
        kind: 'text',
        value: (line) => line.languages.map((code) => t(`languages.${code}`, code)).join(', '),
      },
    ],
    [t],
  );
}

function useCareColumns(): readonly Column[] {
  const { t } = useTranslation('students');
  return useMemo(
    () => [
      {
        key: 'care',
        title: t('columns.care'),
        width: 178,
        kind: 'text',
        value: (line) =>
          [line.allDayCare ? t('allDayCare') : '', line.lunch ? t('lunch') : ''].filter(Boolean).join(', '),
      },
      {
        key: 'pickup',
        title: t('columns.pickup'),
        width: 90,
        kind: 'time',
        value: (line) => line.earlyPickupAt,
      },
      {
        key: 'groups',
        title: t('columns.groups'),
        width: 190,
        kind: 'text',
        value: (line) => line.groups.join(', '),
      },
    ],
    [t],
  );
}
