import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Bar } from '../components/Bar.tsx';
import { Card } from '../components/Card.tsx';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './ClassGrid.module.css';
import { gridShape } from './grid-shape.ts';

type Today = OperationResult<'today.office'>;
type Tile = Today['classes'][number];

/** All classes at a glance: who is missing and whether the class has reported. Fills its card for any number of classes. */
export function ClassGrid({ today }: { today: Today }) {
  const { t } = useTranslation('today');
  const tiles = today.classes;
  const reported = tiles.filter((tile) => tile.reported !== null).length;
  const { dense, columns, firstOfGrade } = gridShape(tiles);
  return (
    <Card title={t('classes')} fill aside={t('classesReported', { reported, count: tiles.length })}>
      <ul
        className={classes.grid}
        data-dense={dense || undefined}
        style={{ '--columns': columns } as React.CSSProperties}
      >
        {tiles.map((tile, index) => (
          <li key={tile.classId} data-row-start={firstOfGrade.has(index) || undefined}>
            <ClassTile tile={tile} dense={dense} missing={namesIn(today, tile)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who of a class is missing, by given name; shown where a tile is tall enough. */
function namesIn(today: Today, tile: Tile): string {
  return today.absentStudents
    .filter((student) => student.className === tile.name)
    .map((student) => student.givenName)
    .join(', ');
}

function ClassTile({ tile, dense, missing }: { tile: Tile; dense: boolean; missing: string }) {
  const { t } = useTranslation('today');
  const go = useRoute((route) => route.go);
  const count = t('tile', { absent: tile.absent, count: tile.students });
  const unexplained = tile.unexplained > 0 ? t('unexplained', { count: tile.unexplained }) : null;
  return (
    <button
      type="button"
      className={classes.tile}
      onClick={() => go('classes', { class: tile.classId })}
      title={[tile.name, count, unexplained, missing].filter(Boolean).join(' · ')}
    >
      <b className={classes.name}>{tile.name}</b>
      {dense ? (
        <span className={classes.words}>{tile.absent}</span>
      ) : (
        <span className={classes.middle}>
          <Bar
            total={tile.students}
            parts={[
              { value: tile.absent - tile.unexplained, tone: 'brand' },
              { value: tile.unexplained, tone: 'danger' },
            ]}
          />
          <span className={classes.words}>
            {count}
            {unexplained ? <em>{unexplained}</em> : null}
          </span>
          <span className={classes.missing}>{missing}</span>
        </span>
      )}
      {dense && unexplained ? <Tag tone="danger">{unexplained}</Tag> : <Reported tile={tile} dense={dense} />}
    </button>
  );
}

function Reported({ tile, dense }: { tile: Tile; dense: boolean }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  if (!tile.reported)
    return (
      <span className={classes.reported}>
        <Tag tone="wait">{t(tile.overdue ? 'overdue' : 'notYet')}</Tag>
        {tile.retracted && !dense ? (
          <small>{t('openSince', { time: format.time(tile.retracted.at) })}</small>
        ) : null}
      </span>
    );
  return (
    <span className={classes.reported}>
      <Tag tone="done">{format.time(tile.reported.at)}</Tag>
      {dense ? null : <small>{tile.reported.staffName}</small>}
    </span>
  );
}
