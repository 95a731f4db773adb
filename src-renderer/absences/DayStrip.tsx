import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import { addDays, type Day, mondayOf, weekday } from '../../src-shared/values/day.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { useFormat } from '../format/use-format.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { useSession } from '../session/session-context.ts';
import { type AbsenceFilters, childrenAway, step } from './absence-filters.ts';
import classes from './DayStrip.module.css';
import { type FreeDay, freeName } from './free-days.ts';

interface DayStripProps {
  filters: AbsenceFilters;
  /** Of the whole week, with the filters. */
  lines: readonly AbsenceLine[];
  freeDays: readonly FreeDay[];
  onChange: (filters: Partial<AbsenceFilters>) => void;
}

/** The week as a row of days, each with how many children are away; and the ways to other weeks. */
export function DayStrip({ filters, lines, freeDays, onChange }: DayStripProps) {
  const { t } = useTranslation('absences');
  const monday = mondayOf(filters.day);
  const days = [0, 1, 2, 3, 4].map((after) => addDays(monday, after));
  // A weekend day is only shown when somebody asked for it: today may be one.
  if (weekday(filters.day) > 5 && filters.view === 'day') days.push(filters.day);
  useShortcut('tableWeek', () => onChange({ view: filters.view === 'week' ? 'day' : 'week' }));
  return (
    <fieldset className={classes.strip} aria-label={t('strip.label')}>
      <Steps filters={filters} onChange={onChange} />
      <div className={classes.days}>
        {days.map((day) => (
          <DayTab
            key={day}
            day={day}
            away={childrenAway(lines, day)}
            free={freeDays.find((free) => free.day === day)}
            shown={filters.view === 'day' && filters.day === day}
            onShow={() => onChange({ view: 'day', day })}
          />
        ))}
        <button
          type="button"
          className={classes.day}
          aria-pressed={filters.view === 'week'}
          onClick={() => onChange({ view: 'week' })}
        >
          {t('strip.week')}
        </button>
      </div>
    </fieldset>
  );
}

/** One day or week back, to today, one on. */
function Steps({ filters, onChange }: Pick<DayStripProps, 'filters' | 'onChange'>) {
  const { t } = useTranslation('absences');
  const { today } = useSession();
  const earlier = () => onChange({ day: step(filters, -1) });
  const later = () => onChange({ day: step(filters, 1) });
  const toToday = () => onChange({ day: today });
  useShortcut('tableEarlier', earlier);
  useShortcut('tableLater', later);
  useShortcut('tableToday', toToday);
  return (
    <>
      <IconButton
        label={t(`strip.earlier.${filters.view}`)}
        icon={<IconChevronLeft />}
        shortcut="tableEarlier"
        onClick={earlier}
      />
      <Button shortcut="tableToday" onClick={toToday}>
        {t('strip.today')}
      </Button>
      <IconButton
        label={t(`strip.later.${filters.view}`)}
        icon={<IconChevronRight />}
        shortcut="tableLater"
        onClick={later}
      />
    </>
  );
}

interface DayTabProps {
  day: Day;
  away: number;
  free: FreeDay | undefined;
  shown: boolean;
  onShow: () => void;
}

function DayTab({ day, away, free, shown, onShow }: DayTabProps) {
  const { t } = useTranslation('absences');
  const { today } = useSession();
  const format = useFormat();
  const words = free ? freeName(free, t) : t('away', { count: away });
  const seen = free ? t('strip.free') : String(away);
  return (
    <button
      type="button"
      className={classes.day}
      aria-pressed={shown}
      aria-label={`${format.shortDay(day)} ${free ? `${seen}: ${words}` : words}`}
      aria-current={day === today ? 'date' : undefined}
      title={words}
      onClick={onShow}
    >
      <span>{format.shortDay(day)}</span> {free ? <small>{seen}</small> : <b>{seen}</b>}
    </button>
  );
}
