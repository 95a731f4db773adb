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

function Plot({ weeks, width, height }: { weeks: readonly RateWeek[]; width: number; height: number }) {
  const format = useFormat();
  const lines = scaleLines(weeks);
  const top = lines.at(-1) ?? 1;
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const x = (index: number) => MARGIN.left + ((index + 0.5) * inner.width) / Math.max(1, weeks.length);
  const y = (value: number) => MARGIN.top + inner.height * (1 - value / top);
  return (
    <svg width={width} height={height} aria-hidden="true">
      {lines.map((line) => (
        <g key={line}>
          <line
            className={classes.grid}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(line)}
            y2={y(line)}
          />
          <text className={classes.axis} x={MARGIN.left - 10} y={y(line) + 4} textAnchor="end">
            {Math.round(line * 100)} %
          </text>
        </g>
      ))}
      <path
        className={classes.before}
        d={seriesPath(
          weeks.map((week) => week.rateLastYear),
          x,
          y,
        )}
      />
      <path
        className={classes.now}
        d={seriesPath(
          weeks.map((week) => week.rate),
          x,
          y,
        )}
      />
      {weeks.map((week, index) => (
        <g key={week.monday}>
          <text className={classes.axis} x={x(index)} y={height - 8} textAnchor="middle">
            {format.dayMonth(week.monday)}
          </text>
          {week.rateLastYear === null ? null : (
            <circle className={classes.dotBefore} cx={x(index)} cy={y(week.rateLastYear)} r={2.5} />
          )}
          {week.rate === null ? null : (
            <>
              <circle className={classes.dot} cx={x(index)} cy={y(week.rate)} r={3.5} />
              <text className={classes.value} x={x(index)} y={y(week.rate) - 9} textAnchor="middle">
                {format.percent(week.rate)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}
