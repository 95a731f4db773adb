import { useTranslation } from 'react-i18next';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './Students.module.css';
import type { Card as StudentCardData } from './student-card.ts';

type Group = StudentCardData['groups'][number];

/** The groups a child is in, by a list or by a rule, and those it was in. */
export function GroupsCard({ card }: { card: StudentCardData }) {
  const { t } = useTranslation('students');
  const count = card.groups.filter((group) => group.current).length;
  return (
    <Card title={t('groups.title')} aside={count}>
      {card.groups.length === 0 ? <EmptyState small title={t('groups.none')} /> : null}
      <ul className={classes.rows}>
        {card.groups.map((group) => (
          <li key={group.membershipId ?? group.groupId}>
            {group.current ? <b>{group.name}</b> : <span>{group.name}</span>}
            <small className={classes.end}>
              <Since group={group} />
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Since({ group: { fromDay, untilDay } }: { group: Group }) {
  const { t } = useTranslation('students');
  const format = useFormat();
  if (fromDay === null) return <>{t('groups.byRule')}</>;
  if (untilDay === null) return <>{t('groups.since', { day: format.fullDay(fromDay) })}</>;
  return <>{t('groups.span', { from: format.fullDay(fromDay), until: format.fullDay(untilDay) })}</>;
}
