import { IconArrowUp, IconPencil, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { useRelation } from '../cases/use-relation.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag } from '../components/Tag.tsx';
import { GuardianDialog } from './GuardianDialog.tsx';
import classes from './Students.module.css';
import { type CardGuardian, nameOf, type Card as StudentCardData } from './student-card.ts';

/** Everybody responsible for a child, whom to call first first. */
export function GuardiansCard({ card }: { card: StudentCardData }) {
  const { t } = useTranslation('students');
  const may = useMay();
  const [editing, setEditing] = useState<CardGuardian | 'new' | null>(null);
  return (
    <Card title={t('guardians.title')} aside={card.guardians.length}>
      {card.guardians.length === 0 ? <EmptyState small title={t('guardians.none')} /> : null}
      {card.guardians.map((guardian, index) => (
        <Guardian
          key={guardian.guardianshipId}
          guardian={guardian}
          card={card}
          index={index}
          onEdit={() => setEditing(guardian)}
        />
      ))}
      {may('guardians.add') ? (
        <div className={classes.actions}>
          <Button icon={<IconUserPlus aria-hidden />} onClick={() => setEditing('new')}>
            {t('guardians.add')}
          </Button>
        </div>
      ) : null}
      <GuardianDialog card={card} editing={editing} onClose={() => setEditing(null)} />
    </Card>
  );
}

interface GuardianProps {
  guardian: CardGuardian;
  card: StudentCardData;
  /** Place in the order of calls, from 0. */
  index: number;
  onEdit: () => void;
}

function Guardian({ guardian, card, index, onEdit }: GuardianProps) {
  const { t } = useTranslation('students');
  const relation = useRelation();
  const { hasCustody, powerOfAttorney, livesWith, blocked } = guardian;
  return (
    <article className={classes.guardian} data-blocked={blocked || undefined} aria-label={nameOf(guardian)}>
      <span className={classes.order}>{blocked ? '' : `${index + 1}.`}</span>
      <div className={classes.who}>
        <b>{nameOf(guardian)}</b>
        <span>{relation(guardian.relation)}</span>
        {blocked ? <Tag tone="danger">{t('guardians.blocked')}</Tag> : null}
        {hasCustody ? <Tag tone="fact">{t('guardians.custody')}</Tag> : null}
        {powerOfAttorney ? <Tag tone="plain">{t('guardians.powerOfAttorney')}</Tag> : null}
        {livesWith ? null : <Tag tone="plain">{t('guardians.livesApart')}</Tag>}
        {guardian.language === null ? null : (
          <Tag tone="plain">{t(`languages.${guardian.language}`, guardian.language)}</Tag>
        )}
      </div>
      <Tools guardian={guardian} card={card} index={index} onEdit={onEdit} />
      <Reach guardian={guardian} />
    </article>
  );
}

function Reach({ guardian }: { guardian: CardGuardian }) {
  const { t } = useTranslation('students');
  const { address, contacts, otherStudents } = guardian;
  return (
    <div className={classes.reach}>
      {contacts.map(({ contactId, kind, label, value }) =>
        kind === 'phone' ? (
          <span key={contactId}>
            <b>{value}</b> {label}
          </span>
        ) : (
          <span key={contactId}>{value}</span>
        ),
      )}
      {contacts.length === 0 ? <span>{t('guardians.noContact')}</span> : null}
      {address === null ? null : (
        <span>
          {address.street}, {address.postalCode} {address.city}
        </span>
      )}
      {otherStudents.length === 0 ? null : (
        <span>
          {t('guardians.alsoFor', {
            names: otherStudents.map((one) => `${one.givenName} (${one.className})`).join(', '),
          })}
        </span>
      )}
    </div>
  );
}

function Tools({ guardian, card, index, onEdit }: GuardianProps) {
  const { t } = useTranslation('students');
  const may = useMay();
  const order = useCommand('guardians.orderCalls');
  const untie = useCommand('guardians.untie');
  if (!may('guardians.correct')) return <span />;
  const { studentId } = card;
  const { guardianshipId, guardianId } = guardian;
  const name = nameOf(guardian);
  const moveUp = () => {
    const ids = card.guardians.map((one) => one.guardianshipId);
    ids.splice(index - 1, 2, guardianshipId, ids[index - 1] ?? guardianshipId);
    void order({ studentId, guardianshipIds: ids });
  };
  const remove = async () => {
    const answer = await untie({ guardianshipId, studentId });
    if (!answer.ok) return;
    const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);
    const again = {
      ...{ guardianshipId, studentId, guardianId, relation: guardian.relation },
      hasCustody: flag(guardian.hasCustody),
      powerOfAttorney: flag(guardian.powerOfAttorney),
      livesWith: flag(guardian.livesWith),
      blocked: flag(guardian.blocked),
    };
    const sentence = t('guardians.untied', { name });
    const said = t('common:takenBack', { sentence });
    sayDone(sentence, { steps: [undoBy('guardians.tie', again)], said });
  };
  return (
    <div className={classes.tools}>
      {index > 0 ? (
        <IconButton label={t('guardians.callEarlier', { name })} icon={<IconArrowUp />} onClick={moveUp} />
      ) : null}
      <IconButton label={t('guardians.edit', { name })} icon={<IconPencil />} onClick={onEdit} />
      <IconButton
        label={t('guardians.untie', { name })}
        icon={<IconUserMinus />}
        onClick={() => void remove()}
      />
    </div>
  );
}
