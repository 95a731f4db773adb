import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { Button } from '../components/Button.tsx';
import { ClockSinceTime } from '../components/Clock.tsx';
import classes from './CaseRow.module.css';

interface OverdueClassRowProps {
  tile: OperationResult<'today.office'>['classes'][number];
  /** `HH:MM` by which classes report. */
  limit: string;
}

/** A class that should have reported by now: nobody knows who of it is missing. */
export function OverdueClassRow({ tile, limit }: OverdueClassRowProps) {
  const { t } = useTranslation('cases');
  const go = useRoute((route) => route.go);
  return (
    <li className={classes.row}>
      <ClockSinceTime time={limit} />
      <p className={classes.name}>
        <b>{t('overdueClass', { name: tile.name })}</b>
        <span className={classes.meta}> · {t('overdueSince', { limit, count: tile.students })}</span>
      </p>
      <div className={classes.call}>
        <Button icon={<IconListCheck aria-hidden />} onClick={() => go('classes', { class: tile.classId })}>
          {t('openClass')}
        </Button>
      </div>
    </li>
  );
}
