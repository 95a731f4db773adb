import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../components/Tag.tsx';
import type { TableColumn } from '../components/table/columns.ts';
import { useFormat } from '../format/use-format.ts';
import type { MemberRow } from './member-rows.ts';

/** What is shown of members: of a class only who, and since when if that is known; of a list also from when until when; of a committee the duty. */
export type MemberShape = 'class' | 'classSince' | 'rule' | 'list' | 'committee' | 'staff';

/** The columns of a table of members. */
export function useMemberColumns(shape: MemberShape): readonly TableColumn<MemberRow>[] {
  const { t } = useTranslation('groups');
  const format = useFormat();
  return useMemo(() => {
    const text = { kind: 'text' as const };
    const day = (pick: (row: MemberRow) => string | null) => ({
      kind: 'day' as const,
      value: pick,
      cell: (row: MemberRow) => written(pick(row), format.fullDay),
      text: (row: MemberRow) => written(pick(row), format.fullDay),
    });
    const name = { key: 'name', title: t('columns.name'), width: 150, grows: true, ...text };
    const all: Record<string, TableColumn<MemberRow>> = {
      name: { ...name, value: (row) => row.listed },
      class: { key: 'class', title: t('columns.class'), width: 64, ...text, value: (row) => row.beside },
      children: {
        key: 'children',
        title: t('columns.children'),
        width: 120,
        ...text,
        value: (row) => row.beside,
      },
      duty: { key: 'duty', title: t('columns.duty'), width: 84, ...text, value: (row) => row.duty },
      from: { key: 'from', title: t('columns.from'), width: 104, ...day((row) => row.span?.fromDay ?? null) },
      until: {
        key: 'until',
        title: t('columns.until'),
        width: 104,
        ...day((row) => row.span?.untilDay ?? null),
      },
      when: {
        ...{ key: 'when', title: t('columns.when'), width: 74, ...text },
        value: (row) => t(`when.${row.when}`),
        cell: (row) => (
          <Tag tone={row.when === 'current' ? 'done' : row.when === 'future' ? 'fact' : 'plain'}>
            {t(`when.${row.when}`)}
          </Tag>
        ),
      },
    };
    return keysOf[shape].flatMap((key) => all[key] ?? []);
  }, [shape, t, format]);
}

const keysOf: Record<MemberShape, readonly string[]> = {
  class: ['name'],
  classSince: ['name', 'from'],
  rule: ['name', 'class'],
  list: ['name', 'class', 'from', 'until', 'when'],
  committee: ['name', 'duty', 'children', 'from', 'until', 'when'],
  staff: ['name', 'duty', 'from', 'until', 'when'],
};

function written(day: string | null, write: (day: string) => string): string {
  return day === null ? '' : write(day);
}
