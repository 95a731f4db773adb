import { IconArrowLeft, IconPhone, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import screenClasses from '../absences/AbsenceList.module.css';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { Tag } from '../components/Tag.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { useFormat } from '../format/use-format.ts';
import { AbsencesCard } from './AbsencesCard.tsx';
import { DataCard } from './DataCard.tsx';
import { GroupsCard } from './GroupsCard.tsx';
import { GuardiansCard } from './GuardiansCard.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { EmergencyCard, PickupCard } from './PeopleCards.tsx';
import classes from './Students.module.css';
import { type Card, nameOf } from './student-card.ts';

/** A child's card: who cares for it, how to reach them, where it belongs, and what was changed. */
export function StudentCard({ studentId }: { studentId: string }) {
  const { t } = useTranslation('students');
  const { data } = useQuery('students.card', { studentId });
  if (data === undefined) return null;
  if (data === null)
    return (
      <EmptyState icon={<IconUserOff aria-hidden />} title={t('gone.title')} action={<Back />}>
        {t('gone.text')}
      </EmptyState>
    );
  return <Whole card={data} />;
}

function Whole({ card }: { card: Card }) {
  const { t } = useTranslation('students');
  return (
    <div className={screenClasses.screen}>
      <PageTitle
        title={nameOf(card)}
        hint={<Headline card={card} />}
        actions={
          <>
            <Back />
            {card.own && card.leftOn === null ? <TakeCall studentId={card.studentId} /> : null}
          </>
        }
      />
      {card.own ? (
        <Cards card={card} />
      ) : (
        <EmptyState title={t('notOwn.title')}>{t('notOwn.text')}</EmptyState>
      )}
    </div>
  );
}

function Cards({ card }: { card: Card }) {
  return (
    <div className={classes.columns}>
      <div className={classes.side}>
        <GuardiansCard card={card} />
        <EmergencyCard card={card} />
        <PickupCard card={card} />
      </div>
      <div className={classes.side}>
        <DataCard card={card} />
        <AbsencesCard studentId={card.studentId} />
        <GroupsCard card={card} />
        <HistoryCard history={card.history} />
      </div>
    </div>
  );
}

function Headline({ card }: { card: Card }) {
  const { t } = useTranslation('students');
  const format = useFormat();
  const facts = [
    card.className === '' ? t('noClass') : t('inClass', { className: card.className }),
    card.age === null ? '' : t('age', { count: card.age }),
    card.classTeachers.length === 0 ? '' : t('teachers', { names: card.classTeachers.join(', ') }),
  ];
  return (
    <>
      {facts.filter(Boolean).join(' · ')}{' '}
      {card.leftOn === null ? null : (
        <Tag tone="wait">{t('leavesOn', { day: format.fullDay(card.leftOn) })}</Tag>
      )}
      {card.adult ? <Tag tone="fact">{t('adult')}</Tag> : null}
    </>
  );
}

function Back() {
  const { t } = useTranslation('students');
  const go = useRoute((route) => route.go);
  return (
    <Button icon={<IconArrowLeft aria-hidden />} onClick={() => go('students')}>
      {t('back')}
    </Button>
  );
}

function TakeCall({ studentId }: { studentId: string }) {
  const { t } = useTranslation('absences');
  const show = useDesk((desk) => desk.show);
  return (
    <Button icon={<IconPhone aria-hidden />} onClick={() => show({ studentId })}>
      {t('record')}
    </Button>
  );
}
