import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Button } from '../components/Button.tsx';
import { ClockSinceTime } from '../components/Clock.tsx';
import classes from './CaseRow.module.css';

interface OverdueClassesRowProps {
  tiles: OperationResult<'today.office'>['classes'];
  /** `HH:MM` by which classes report. */
  limit: string;
}

/** Classes that should have reported by now: nobody knows who of them is missing. Each opens its list. */
export function OverdueClassesRow({ tiles, limit }: OverdueClassesRowProps) {
  const { t } = useTranslation('cases');
  const go = useRoute((route) => route.go);
  return (
    <li className={classes.row}>
      <ClockSinceTime time={limit} />
      <p>
        <b>{t('overdue', { count: tiles.length })}</b>{' '}
        <span className={classes.meta}>{t('overdueSince', { limit })}</span>
      </p>
      <div className={classes.classes}>
        {tiles.map((tile) => (
          <Button
            key={tile.classId}
            aria-label={t('openClass', { name: tile.name })}
            onClick={() => go('classes', { class: tile.classId })}
          >
            {tile.name}
          </Button>
        ))}
      </div>
    </li>
  );
}
