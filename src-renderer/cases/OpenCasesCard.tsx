import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { usePendingStudents } from '../sync/use-pending.ts';
import classes from './CaseRow.module.css';
import { CaseRow } from './CaseRow.tsx';
import { byUrgency } from './ladder.ts';
import { useLadder } from './ladder-store.ts';
import { OverdueClassesRow } from './OverdueClassesRow.tsx';

type Today = OperationResult<'today.office'>;

/** Children missing without a known reason, oldest first, and classes nobody has heard of. Silence is never safety. */
export function OpenCasesCard({ today }: { today: Today }) {
  const { t } = useTranslation('cases');
  const show = useLadder((state) => state.show);
  const pending = usePendingStudents();
  const cases = byUrgency(today.openCases);
  const overdue = today.classes.filter((tile) => tile.overdue);
  const first = cases.find((open) => !open.waitingReport);
  useShortcut('openCase', () => first && show(first.studentId), first !== undefined);
  if (cases.length === 0 && overdue.length === 0) return <NothingOpen today={today} />;
  const alarm = first !== undefined;
  return (
    <Card
      title={t(alarm ? 'title' : 'titleCalm')}
      tone={alarm ? 'alarm' : 'plain'}
      icon={<IconAlertTriangle aria-hidden />}
      aside={cases.length > 1 ? t('oldestFirst') : undefined}
    >
      <ul className={classes.list}>
        {cases.map((open) => (
          <CaseRow
            key={open.studentId}
            open={open}
            first={open === first}
            pending={pending.has(open.studentId)}
          />
        ))}
        {overdue.length > 0 ? <OverdueClassesRow tiles={overdue} limit={today.rollCallLimit} /> : null}
      </ul>
    </Card>
  );
}

function NothingOpen({ today }: { today: Today }) {
  const { t } = useTranslation('cases');
  const reported = today.classes.filter((tile) => tile.reported).length;
  const all = reported === today.classes.length;
  return (
    <Card title={t('titleCalm')} icon={<IconCircleCheck aria-hidden className={classes.calm} />}>
      <EmptyState
        small
        title={
          all
            ? t('noneAll')
            : t('noneYet', { reported, count: today.classes.length, limit: today.rollCallLimit })
        }
      />
    </Card>
  );
}
