import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { operationReach } from '../../src-shared/rights/operations.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useSession } from '../session/session-context.ts';
import classes from './Administration.module.css';
import { RosterImport } from './RosterImport.tsx';

/** What is set up rather than done every morning: reading lists in, and where the downtime sheets lie. */
export function AdministrationScreen() {
  const { t } = useTranslation('roster-screen');
  const { role } = useSession().person;
  if (operationReach(role, 'roster.apply') === 'all') return <RosterImport />;
  return (
    <div className={classes.screen}>
      <PageTitle title={t('administration')} />
      <EmptyState icon={<IconUsersGroup aria-hidden />} title={t('nothing.title')}>
        {t('nothing.text')}
      </EmptyState>
    </div>
  );
}
