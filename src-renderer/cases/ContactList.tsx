import { useTranslation } from 'react-i18next';
import { readablePhone } from '../format/phone.ts';
import classes from './CaseLadder.module.css';
import type { LadderStep } from './ladder.ts';
import { useRelation } from './use-relation.ts';

interface ContactListProps {
  ladder: readonly LadderStep[];
  chosen: number;
  onChoose: (index: number) => void;
}

/** Whom to call, in contact order. The chosen contact's numbers are large enough to dial from. */
export function ContactList({ ladder, chosen, onChoose }: ContactListProps) {
  const { t } = useTranslation('cases');
  if (ladder.length === 0) return <p className={classes.nobody}>{t('nobodyToCall')}</p>;
  return (
    <div role="radiogroup" aria-label={t('ladder')} className={classes.contacts}>
      {ladder.map((step, index) => (
        <Contact
          key={`${step.guardianId}${step.name}`}
          step={step}
          chosen={index === chosen}
          onChoose={() => onChoose(index)}
        />
      ))}
    </div>
  );
}

function Contact({ step, chosen, onChoose }: { step: LadderStep; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('cases');
  const { t: tWords } = useTranslation('words');
  const relation = useRelation();
  const who = step.emergency ? t('emergency', { who: relation(step.relation) }) : relation(step.relation);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card with numbers in it; arrow keys move the choice
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      tabIndex={chosen ? 0 : -1}
      className={classes.contact}
      onClick={onChoose}
    >
      <span className={classes.contactName}>
        <b>{step.name}</b> {who}
        {step.lastOutcome ? <em>{tWords(`outcomes.${step.lastOutcome}`)}</em> : null}
      </span>
      {step.phones.map((phone) => (
        <span key={phone.number} className={classes.number}>
          {readablePhone(phone.number)} <small>{phone.label}</small>
        </span>
      ))}
      {step.phones.length === 0 ? <span>{t('noNumber')}</span> : null}
    </button>
  );
}
