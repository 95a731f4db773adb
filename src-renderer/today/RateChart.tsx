import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import classes from './Rates.module.css';
import { RateTable } from './RateTable.tsx';
import { type RateWeek, scaleLines, seriesPath } from './rate-scale.ts';

const MARGIN = { left: 52, right: 24, top: 18, bottom: 28 };

/** Two lines over six weeks, from zero, with each figure of this year written at its point. */
export function RateChart({ weeks }: { weeks: readonly RateWeek[] }) {
  const { t } = useTranslation('today');
  const { ref, width, height } = useElementSize();
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.legend}>
        <span data-series="now">{t('thisYear')}</span>
        <span data-series="before">{t('lastYear')}</span>
      </figcaption>
      <div ref={ref} className={classes.plot}>
        {width > 0 ? <Plot weeks={weeks} width={width} height={Math.max(150, height)} /> : null}
      </div>
      <div className={classes.spoken}>
        <RateTable weeks={weeks} />
      </div>
    </figure>
  );
}

interface Scale {
  x: (index: number) => number;
  y: (share: number) => number;
}

function Plot({ weeks, width, height }: { weeks: readonly RateWeek[]; width: number; height: number }) {
  const lines = scaleLines(weeks);
  const top = lines.at(-1) ?? 1;
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const scale: Scale = {
    x: (index) => MARGIN.left + ((index + 0.5) * inner.width) / Math.max(1, weeks.length),
    y: (share) => MARGIN.top + inner.height * (1 - share / top),
  };
  const path = (values: (number | null)[]) => seriesPath(values, scale.x, scale.y);
  return (
    <svg width={width} height={height} aria-hidden="true">
      {lines.map((line) => (
        <g key={line}>
          <line
            className={classes.grid}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={scale.y(line)}
            y2={scale.y(line)}
          />
          <text className={classes.axis} x={MARGIN.left - 10} y={scale.y(line) + 4} textAnchor="end">
            {Math.round(line * 100)} %
          </text>
        </g>
      ))}
      <path className={classes.before} d={path(weeks.map((week) => week.rateLastYear))} />
      <path className={classes.now} d={path(weeks.map((week) => week.rate))} />
      {weeks.map((week, index) => (
        <WeekMarks key={week.monday} week={week} x={scale.x(index)} y={scale.y} bottom={height - 8} />
      ))}
    </svg>
  );
}

/** A week's points with this year's figure, and its Monday below. */
function WeekMarks({ week, x, y, bottom }: { week: RateWeek; x: number; y: Scale['y']; bottom: number }) {
  const format = useFormat();
  return (
    <g>
      <text className={classes.axis} x={x} y={bottom} textAnchor="middle">
        {format.dayMonth(week.monday)}
      </text>
      {week.rateLastYear === null ? null : (
        <circle className={classes.dotBefore} cx={x} cy={y(week.rateLastYear)} r={2.5} />
      )}
      {week.rate === null ? null : (
        <>
          <circle className={classes.dot} cx={x} cy={y(week.rate)} r={3.5} />
          <text className={classes.value} x={x} y={y(week.rate) - 9} textAnchor="middle">
            {format.percent(week.rate)}
          </text>
        </>
      )}
    </g>
  );
}
