import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Card } from '../components/Card.tsx';
import { Tag } from '../components/Tag.tsx';
import classes from './Groups.module.css';

type Inheritors = NonNullable<OperationResult<'groups.detail'>>['inheritors'];

/** Guardians who belong to it through their children; a blocked one gets nothing. */
export function InheritorsCard({ inheritors }: { inheritors: Inheritors }) {
  const { t } = useTranslation('groups');
  const { t: tw } = useTranslation('words');
  const blocked = inheritors.filter((one) => one.blocked).length;
  if (inheritors.length === 0) return null;
  return (
    <Card
      title={t('inheritors.title')}
      icon={<IconUsers aria-hidden />}
      aside={new Set(inheritors.map(({ guardianId }) => guardianId)).size}
    >
      <p className={classes.text}>
        {t('inheritors.text')} {blocked > 0 ? t('inheritors.blocked', { count: blocked }) : null}
      </p>
      <details className={classes.fold}>
        <summary>{t('inheritors.show')}</summary>
        <ul className={classes.rows}>
          {inheritors.map(({ guardianId, name, relation, student, blocked: isBlocked }) => (
            <li key={`${guardianId} ${student}`}>
              <b>{name}</b>
              <small>
                {tw(`relations.${relation}`)} · {student}
              </small>
              {isBlocked ? <Tag tone="danger">{t('inheritors.isBlocked')}</Tag> : null}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
