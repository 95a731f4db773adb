import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { OutputMenu } from '../components/table/OutputMenu.tsx';
import { AssignmentsCard } from './AssignmentsCard.tsx';
import classes from './Groups.module.css';
import { InheritorsCard } from './InheritorsCard.tsx';
import { MemberTable } from './MemberTable.tsx';
import { studentRows } from './member-rows.ts';
import { useMemberColumns } from './use-member-columns.tsx';
import { ViewersCard } from './ViewersCard.tsx';

/** A class: its children, who is responsible for it and until when, who sees what through it. */
export function ClassPage({ classId }: { classId: string }) {
  const { t } = useTranslation('groups');
  const { data } = useQuery('groups.ofClass', { classId });
  const isDated = data?.students.some(({ fromDay }) => fromDay !== null) ?? false;
  const columns = useMemberColumns(isDated ? 'classSince' : 'class');
  if (data === null) return <EmptyState title={t('unknown')} />;
  if (!data) return <div />;
  const rows = studentRows(data.students);
  const title = t('classTitle', { name: data.name });
  return (
    <article className={classes.page} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        <p>{t('classHint', { count: rows.length, year: data.schoolYear })}</p>
        <div className={classes.actions}>
          <OutputMenu name={title} columns={columns} rows={rows} />
        </div>
      </header>
      <div className={classes.cards}>
        <Card title={t('students')}>
          <MemberTable name="class" label={t('students')} columns={columns} rows={rows} />
        </Card>
        <div className={classes.side}>
          <AssignmentsCard classId={classId} className={data.name} assignments={data.assignments} />
          <ViewersCard viewers={data.viewers} of="class" />
          <InheritorsCard inheritors={data.inheritors} />
        </div>
      </div>
    </article>
  );
}
