import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Bar } from '../components/Bar.tsx';
import { Card } from '../components/Card.tsx';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './ClassGrid.module.css';
import { gridShape } from './grid-shape.ts';

type Tile = OperationResult<'today.office'>['classes'][number];

/** All classes at a glance: who is missing and whether the class has reported. Fills its card for any number of classes. */
export function ClassGrid({ tiles }: { tiles: readonly Tile[] }) {
  const { t } = useTranslation('today');
  const reported = tiles.filter((tile) => tile.reported !== null).length;
  const { dense, columns, firstOfGrade } = gridShape(tiles);
  return (
    <Card title={t('classes')} fill aside={t('classesReported', { reported, count: tiles.length })}>
      <ul
        className={classes['grid']}
        data-dense={dense || undefined}
        style={{ '--columns': columns } as React.CSSProperties}
      >
        {tiles.map((tile, index) => (
          <li key={tile.classId} data-row-start={firstOfGrade.has(index) || undefined}>
            <ClassTile tile={tile} dense={dense} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ClassTile({ tile, dense }: { tile: Tile; dense: boolean }) {
  const { t } = useTranslation('today');
  const go = useRoute((route) => route.go);
  const missing = t('tile', { absent: tile.absent, count: tile.students });
  const unexplained = tile.unexplained > 0 ? t('unexplained', { count: tile.unexplained }) : null;
  return (
    <button
      type="button"
      className={classes['tile']}
      onClick={() => go('classes', { class: tile.classId })}
      title={[tile.name, missing, unexplained].filter(Boolean).join(' · ')}
    >
      <b className={classes['name']}>{tile.name}</b>
      <span className={classes['middle']}>
        {dense ? null : (
          <Bar
            total={tile.students}
            parts={[
              { value: tile.absent - tile.unexplained, tone: 'brand' },
              { value: tile.unexplained, tone: 'danger' },
            ]}
          />
        )}
        <span className={classes['words']}>
          {dense ? tile.absent : missing}
          {unexplained ? <em>{dense ? ` ${t('unexplainedShort', { count: tile.unexplained })}` : ` · ${unexplained}`}</em> : null}
        </span>
      </span>
      <Reported tile={tile} dense={dense} />
    </button>
  );
}

function Reported({ tile, dense }: { tile: Tile; dense: boolean }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  if (!tile.reported) return <Tag tone="wait">{t(tile.overdue ? 'overdue' : 'notYet')}</Tag>;
  return (
    <span className={classes['reported']}>
      <Tag tone="done">{format.time(tile.reported.at)}</Tag>
      {dense ? null : <small>{tile.reported.staffName}</small>}
    </span>
  );
}
