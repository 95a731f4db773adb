import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../src-shared/values/day.ts';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { ChangeTicks } from './ChangeTicks.tsx';
import { withAnswer } from './decisions.ts';
import classes from './QuestionRow.module.css';
import {
  type Compared,
  type ComparedField,
  fieldsOf,
  type Question,
  type QuestionCandidate,
} from './question.ts';
import type { SectionProps } from './section-props.ts';

interface QuestionRowProps extends SectionProps {
  question: Question;
}

/** The line of the file beside those it may be; a spelling alone never decides. */
export function QuestionRow({ question, decisions, onDecide }: QuestionRowProps) {
  const { t } = useTranslation('roster-screen');
  const group = useId();
  const answer = decisions.samePerson[question.ref] ?? null;
  const fields = fieldsOf(question);
  const choose = (next: string | null) => onDecide((before) => withAnswer(before, question.ref, next));
  const chosen = question.candidates.find(({ id }) => id === answer);
  return (
    <fieldset className={classes.question} data-open={answer === null || undefined}>
      <legend>{t('question', { name: question.file.name, line: question.line })}</legend>
      <div className={classes.columns}>
        <div className={classes.column}>
          <h3>{t('inFile')}</h3>
          <Facts shown={question.file} fields={fields} />
          <Answer group={group} checked={answer === 'new'} onChoose={() => choose('new')}>
            {t('isNew')}
          </Answer>
          <Answer group={group} checked={answer === null} onChoose={() => choose(null)}>
            {t('later')}
          </Answer>
        </div>
        {question.candidates.map((candidate) => (
          <div key={candidate.id} className={classes.column}>
            <CandidateHead candidate={candidate} likely={candidate.id === question.suggestedId} />
            <Facts shown={candidate.shown} fields={fields} beside={question.file} />
            <Answer group={group} checked={answer === candidate.id} onChoose={() => choose(candidate.id)}>
              {t('isSame')}
            </Answer>
          </div>
        ))}
      </div>
      {chosen && (chosen.changes.length > 0 || chosen.moved) ? (
        <ChangeTicks
          changes={chosen.changes}
          moved={chosen.moved}
          decisions={decisions}
          onDecide={onDecide}
        />
      ) : null}
    </fieldset>
  );
}

function CandidateHead({ candidate, likely }: { candidate: QuestionCandidate; likely: boolean }) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  return (
    <h3>
      {t('atSchool')} <small>{t(`roster:reason.${candidate.reason}`)}</small>
      {likely ? <Tag tone="fact">{t('likely')}</Tag> : null}
      {candidate.leftOn ? (
        <Tag>{t('roster:report.leftOn', { day: format.fullDay(candidate.leftOn) })}</Tag>
      ) : null}
    </h3>
  );
}

interface FactsProps {
  shown: Compared;
  fields: readonly ComparedField[];
  /** The other column: what differs from it stands out. */
  beside?: Compared;
}

function Facts({ shown, fields, beside }: FactsProps) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  return (
    <dl className={classes.facts}>
      {fields.map((field) => {
        const value = shown[field] ?? null;
        const differs =
          beside !== undefined && value !== null && Boolean(beside[field]) && value !== beside[field];
        return (
          <div key={field} data-differs={differs || undefined}>
            <dt>{t(`compared.${field}`)}</dt>
            <dd>{value === null ? '–' : isDay(value) ? format.fullDay(value) : value}</dd>
          </div>
        );
      })}
    </dl>
  );
}

interface AnswerProps {
  group: string;
  checked: boolean;
  onChoose: () => void;
  children: string;
}

function Answer({ group, checked, onChoose, children }: AnswerProps) {
  return (
    <label className={classes.answer}>
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      {children}
    </label>
  );
}
