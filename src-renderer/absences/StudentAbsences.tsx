import { IconArrowLeft, IconPhone, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { schoolYearOf } from '../../src-shared/values/school-year.ts';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { useSession } from '../session/session-context.ts';
import { AbsencePanel } from './AbsencePanel.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { CountsCard } from './CountsCard.tsx';
import { LeaveCard } from './LeaveCard.tsx';
import classes from './StudentAbsences.module.css';
import { StudentTable } from './StudentTable.tsx';
import type { StudentYear } from './student-year.ts';
import { TardinessCard } from './TardinessCard.tsx';
import { useOpenRow } from './use-open-row.ts';

/** A child's school year: what will stand on the report card, and everything behind it. */
export function StudentAbsences({ studentId }: { studentId: string }) {
  const { t } = useTranslation('absences');
  const { data } = useQuery('absences.ofStudent', { studentId });
  if (data === undefined) return null;
  if (data === null)
    return (
      <EmptyState icon={<IconUserOff aria-hidden />} title={t('student.goneTitle')} action={<BackToList />}>
        {t('student.goneText')}
      </EmptyState>
    );
  return <Year year={data} />;
}

function Year({ year }: { year: StudentYear }) {
  const { t } = useTranslation('absences');
  const { today } = useSession();
  const { list, openId, open, follow, close } = useOpenRow();
  return (
    <div className={classes.screen}>
      <PageTitle
        title={`${year.givenName} ${year.familyName}`}
        hint={t('student.hint', { className: year.className, year: schoolYearOf(today).name })}
        actions={
          <>
            <BackToList />
            <RecordCall studentId={year.studentId} />
          </>
        }
      />
      <div className={classes.columns}>
        <section ref={list} className={classes.list} aria-label={t('student.list')}>
          <StudentTable
            lines={year.lines}
            openId={openId}
            onOpen={(line) => open(line.absenceId)}
            onFollow={(line) => follow(line.absenceId)}
          />
        </section>
        {openId === null ? (
          <div className={classes.cards}>
            <CountsCard year={year} />
            <CertificateCard year={year} />
            <TardinessCard year={year} />
            <LeaveCard year={year} />
          </div>
        ) : (
          <AbsencePanel absenceId={openId} onClose={close} ofStudent />
        )}
      </div>
    </div>
  );
}

function BackToList() {
  const { t } = useTranslation('absences');
  const { go, params } = useRoute();
  return (
    <Button icon={<IconArrowLeft aria-hidden />} onClick={() => go('absences', { ...params })}>
      {t('student.back')}
    </Button>
  );
}

function RecordCall({ studentId }: { studentId: string }) {
  const { t } = useTranslation('absences');
  const show = useDesk((desk) => desk.show);
  return (
    <Button icon={<IconPhone aria-hidden />} onClick={() => show({ studentId })}>
      {t('record')}
    </Button>
  );
}
