import { useTranslation } from 'react-i18next';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './AttemptPips.module.css';
import type { LadderStep } from './ladder.ts';
import { useRelation } from './use-relation.ts';

/** The call ladder in small: a sign and a word for each contact; who was called stands with time and outcome. */
export function AttemptPips({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  return (
    <ol className={classes.pips} aria-label={t('ladder')}>
      {open.ladder.map((step) => (
        <Pip key={`${step.guardianId}${step.name}`} step={step} open={open} />
      ))}
    </ol>
  );
}

function Pip({ step, open }: { step: LadderStep; open: OpenCase }) {
  const { t } = useTranslation('cases');
  const { t: tWords } = useTranslation('words');
  const relation = useRelation();
  const format = useFormat();
  const attempt = open.attempts.findLast((made) => made.retractedAt === null && madeTo(made, step));
  const who = step.emergency ? t('emergency', { who: relation(step.relation) }) : relation(step.relation);
  return (
    <li title={step.name}>
      <i data-outcome={step.lastOutcome ?? 'none'} aria-hidden="true" />
      {attempt ? `${format.time(attempt.at)} ${who} ${tWords(`outcomesShort.${attempt.outcome}`)}` : who}
    </li>
  );
}

/** Whether a call was made to this contact: guardians by id, emergency contacts by name. */
function madeTo(attempt: OpenCase['attempts'][number], step: LadderStep): boolean {
  return step.guardianId === null
    ? attempt.contactName === step.name
    : attempt.guardianId === step.guardianId;
}
