import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Card } from '../components/Card.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './Groups.module.css';

type Viewers = NonNullable<OperationResult<'groups.detail'>>['viewers'];

/** Who sees the children's details because of this class or group, in plain words. */
export function ViewersCard({ viewers, of }: { viewers: Viewers; of: 'class' | 'group' }) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  return (
    <Card title={t('viewers.title')} icon={<IconEye aria-hidden />}>
      {viewers.length === 0 ? <p className={classes.text}>{t('viewers.nobody')}</p> : null}
      <ul className={classes.rows}>
        {viewers.map(({ staffId, name, untilDay }) => (
          <li key={`${staffId} ${untilDay}`}>
            <b>{name}</b>
            <small>
              {untilDay === null ? t('viewers.open') : t('viewers.until', { day: format.shortDay(untilDay) })}
            </small>
          </li>
        ))}
      </ul>
      <p className={classes.text}>{t(`viewers.what.${of}`)}</p>
    </Card>
  );
}
