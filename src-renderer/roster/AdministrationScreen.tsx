import { useTranslation } from 'react-i18next';
import { operationReach } from '../../src-shared/rights/operations.ts';
import { hashOf, useRoute } from '../app/routes.ts';
import { PageTitle } from '../components/PageTitle.tsx';
import { CalendarAndTimes } from '../school/CalendarAndTimes.tsx';
import { useSession } from '../session/session-context.ts';
import { PeopleScreen } from '../staff/PeopleScreen.tsx';
import classes from './AdministrationParts.module.css';
import { RosterImport } from './RosterImport.tsx';

const parts = ['lists', 'people', 'calendar'] as const;
type PartName = (typeof parts)[number];

/**
 * What is set up rather than done every morning: reading lists in, who works here with
 * which rights, the calendar, the school's times.
 */
export function AdministrationScreen() {
  const { role } = useSession().person;
  const params = useRoute((state) => state.params);
  const offered = parts.filter((part) => part !== 'lists' || operationReach(role, 'roster.apply') === 'all');
  const part = offered.find((one) => one === params.part) ?? offered[0] ?? 'calendar';
  return (
    <div className={classes.whole}>
      {offered.length > 1 ? <PartLinks parts={offered} present={part} /> : null}
      <div className={classes.part}>
        <Part part={part} />
      </div>
    </div>
  );
}

function Part({ part }: { part: PartName }) {
  if (part === 'lists') return <RosterImport />;
  return part === 'people' ? <PeopleScreen /> : <CalendarPart />;
}

function CalendarPart() {
  const { t } = useTranslation('school');
  return (
    <div className={classes.screen}>
      <PageTitle title={t('title')} hint={t('hint')} />
      <CalendarAndTimes />
    </div>
  );
}

function PartLinks({ parts: offered, present }: { parts: readonly PartName[]; present: PartName }) {
  const { t } = useTranslation('school');
  const go = useRoute((state) => state.go);
  return (
    <nav className={classes.parts} aria-label={t('parts.label')}>
      {offered.map((part) => (
        <a
          key={part}
          href={hashOf({ screen: 'administration', params: { part } })}
          aria-current={part === present ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            go('administration', { part });
          }}
        >
          {t(`parts.${part}`)}
        </a>
      ))}
    </nav>
  );
}
