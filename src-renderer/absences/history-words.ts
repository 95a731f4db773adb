import type { TFunction } from 'i18next';
import { isDay } from '../../src-shared/values/day.ts';

type Value = string | number | null;

export interface HistoryChange {
  readonly field: string;
  readonly from: Value;
  readonly to: Value;
}

interface HistoryTools {
  readonly t: TFunction<'absences'>;
  readonly fullDay: (day: string) => string;
}

/** Fields that a person has a word for; others (keys, flags of the system) are not shown. */
const shownFields: readonly string[] = [
  'fromDay',
  'untilDay',
  'reason',
  'span',
  'atTime',
  'fromLesson',
  'untilLesson',
  'excuse',
  'excuseExpected',
  'writtenExcuseOn',
  'certificateSeenOn',
  'remark',
  'offAllDayCare',
  'offLunch',
];

/** The changes of one entry of the history, each as `Bis: Di, 25.11. → Do, 27.11.` */
export function changeSentences(changes: readonly HistoryChange[], tools: HistoryTools): string[] {
  const { t } = tools;
  return changes
    .filter(({ field }) => shownFields.includes(field))
    .map(({ field, from, to }) =>
      t('history.change', {
        field: t(`history.fields.${field}`),
        from: valueWords(field, from, tools),
        to: valueWords(field, to, tools),
      }),
    );
}

/** What a guardian had said of the fields that were put right, in one line. */
export function asReportedWords(
  said: Readonly<Record<string, Value | undefined>>,
  tools: HistoryTools,
): string {
  const { t } = tools;
  return Object.entries(said)
    .filter(([field]) => shownFields.includes(field))
    .map(([field, value]) =>
      t('history.field', {
        field: t(`history.fields.${field}`),
        value: valueWords(field, value ?? null, tools),
      }),
    )
    .join(', ');
}

function valueWords(field: string, value: Value, { t, fullDay }: HistoryTools): string {
  if (field === 'untilDay' && value === null) return t('openEnd');
  if (value === null || value === '') return t('history.nothing');
  switch (field) {
    case 'reason':
      return t(`words:reasons.${value}`);
    case 'span':
      return t(`words:spans.${value}`);
    case 'excuse':
      return t(`words:excuses.${value}`);
    case 'excuseExpected':
      return t(`expected.${value}`);
    case 'offAllDayCare':
    case 'offLunch':
      return t(value === 1 ? 'history.yes' : 'history.no');
    case 'fromLesson':
    case 'untilLesson':
      return t('history.lesson', { lesson: value });
    default:
      return isDay(String(value)) ? fullDay(String(value)) : String(value);
  }
}
