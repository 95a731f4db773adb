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
  const why = useWhyColumns();
  const other = useOtherColumns(of === 'student');
  return useMemo(
    () => [...(of === 'school' ? who : []), ...when, ...why, ...other],
    [of, who, when, why, other],
  );
}

function useWhoColumns(): readonly Column[] {
  const { t } = useTranslation('absences');
  return useMemo(
    () => [
      { key: 'name', title: t('columns.name'), width: 176, grows: true, kind: 'text', value: listName },
      { key: 'class', title: t('columns.class'), width: 64, kind: 'text', value: (line) => line.className },
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
        width: 104,
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
      { key: 'days', title: t('columns.days'), width: 54, kind: 'number', value: (line) => line.schoolDays },
    ],
    [t, format],
  );
}

function useWhyColumns(): readonly Column[] {
  const { t } = useTranslation('absences');
  return useMemo(
    () => [
      {
        key: 'reason',
        title: t('columns.reason'),
        width: 112,
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
        width: 148,
        kind: 'text',
        value: (line) => t(`state.${excuseState(line).word}`),
        cell: (line) => (
          <>
            <ExcuseTag line={line} />{' '}
            {line.certificateFrom ? <Tag tone="fact">{t('certificateShort')}</Tag> : null}
          </>
        ),
      },
    ],
    [t],
  );
}

function useOtherColumns(remarkGrows: boolean): readonly Column[] {
  const { t } = useTranslation('absences');
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'span',
        title: t('columns.span'),
        width: 136,
        kind: 'text',
        value: (line) => spanWords(line, t),
      },
      {
        key: 'remark',
        title: t('columns.remark'),
        width: 106,
        grows: remarkGrows,
        kind: 'text',
        value: (line) => line.remark,
      },
      {
        key: 'recorded',
        title: t('columns.recorded'),
        width: 136,
        // A time of today; of other days the words that stand there.
        kind: 'time',
        order: (line) => line.recordedAt,
        value: (line) =>
          line.reportedLate
            ? t('reportedLate', { time: format.dayAndTime(line.recordedAt) })
            : format.dayAndTime(line.recordedAt),
      },
    ],
    [t, format, remarkGrows],
  );
}

/** Where an absence stands with its excuse. */
export function ExcuseTag({ line }: { line: Parameters<typeof excuseState>[0] }) {
  const { t } = useTranslation('absences');
  const { word, tone } = excuseState(line);
  return <Tag tone={tone}>{t(`state.${word}`)}</Tag>;
}
