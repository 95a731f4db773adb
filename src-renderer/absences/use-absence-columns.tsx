import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { Tag } from '../components/Tag.tsx';
import type { TableColumn } from '../components/table/columns.ts';
import { useFormat } from '../format/use-format.ts';
import { excuseState, listName, spanWords } from './absence-words.ts';

type Column = TableColumn<AbsenceLine>;

/** The columns of a list of absences. `of`: in one child's list name and class need not be said. */
export function useAbsenceColumns(of: 'school' | 'student'): readonly Column[] {
  const who = useWhoColumns();
  const when = useWhenColumns();
  const what = useWhatColumns();
  return useMemo(
    () => (of === 'school' ? [...who, ...when, ...what] : [...when, ...what]),
    [of, who, when, what],
  );
}

function useWhoColumns(): readonly Column[] {
  const { t } = useTranslation('absences');
  return useMemo(
    () => [
      { key: 'name', title: t('columns.name'), width: 190, grows: true, kind: 'text', value: listName },
      { key: 'class', title: t('columns.class'), width: 70, kind: 'text', value: (line) => line.className },
    ],
    [t],
  );
}

function useWhenColumns(): readonly Column[] {
  const { t } = useTranslation('absences');
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'from',
        title: t('columns.from'),
        width: 94,
        kind: 'day',
        value: (line) => line.fromDay,
        cell: (line) => format.shortDay(line.fromDay),
        text: (line) => format.fullDay(line.fromDay),
      },
      {
        key: 'until',
        title: t('columns.until'),
        width: 104,
        kind: 'day',
        value: (line) => line.untilDay ?? t('openEnd'),
        order: (line) => line.untilDay ?? '9999',
        cell: (line) => (line.untilDay === null ? t('openEnd') : format.shortDay(line.untilDay)),
        text: (line) => (line.untilDay === null ? t('openEnd') : format.fullDay(line.untilDay)),
      },
      { key: 'days', title: t('columns.days'), width: 64, kind: 'number', value: (line) => line.schoolDays },
      {
        key: 'span',
        title: t('columns.span'),
        width: 124,
        kind: 'text',
        value: (line) => spanWords(line, t),
      },
    ],
    [t, format],
  );
}

function useWhatColumns(): readonly Column[] {
  const { t } = useTranslation('absences');
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'reason',
        title: t('columns.reason'),
        width: 118,
        kind: 'text',
        value: (line) => t(`words:reasons.${line.reason}`),
        cell: (line) => (
          <>
            {t(`words:reasons.${line.reason}`)}{' '}
            {line.notifiable ? <Tag tone="wait">{t('notifiableShort')}</Tag> : null}
          </>
        ),
      },
      {
        key: 'excuse',
        title: t('columns.excuse'),
        width: 172,
        kind: 'text',
        value: (line) => t(`state.${excuseState(line).word}`),
        cell: (line) => <ExcuseTag line={line} />,
      },
      { key: 'remark', title: t('columns.remark'), width: 130, kind: 'text', value: (line) => line.remark },
      {
        key: 'recorded',
        title: t('columns.recorded'),
        width: 116,
        kind: 'text',
        order: (line) => line.recordedAt,
        value: (line) => format.dayAndTime(line.recordedAt),
      },
    ],
    [t, format],
  );
}

/** Where an absence stands with its excuse. */
export function ExcuseTag({ line }: { line: Parameters<typeof excuseState>[0] }) {
  const { t } = useTranslation('absences');
  const { word, tone } = excuseState(line);
  return <Tag tone={tone}>{t(`state.${word}`)}</Tag>;
}
