import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { Button } from '../components/Button.tsx';
import { DayField } from '../components/DayField.tsx';
import { isTicked, openQuestions, withSuggestedAnswers, withTicks } from './decisions.ts';
import classes from './ImportPreview.module.css';
import { type PreviewSection, type SectionKey, ticksOf } from './preview-sections.ts';
import { problemSentence } from './roster-words.ts';
import type { SectionProps } from './section-props.ts';
import { rowsOf } from './section-rows.tsx';
import { TickBox } from './TickBox.tsx';
import { VirtualRows } from './VirtualRows.tsx';

/** One part of the preview: what it means, a tick for all of it, and its rows. */
export function SectionPane({ section, ...props }: SectionProps & { section: PreviewSection }) {
  const { t } = useTranslation('roster-screen');
  const { key, count } = section;
  const heading = useId();
  return (
    <section className={classes.pane} aria-labelledby={heading}>
      <header className={classes.head}>
        <h2 id={heading}>{t(`sections.${key}`, { count })}</h2>
        <p>{t(`about.${key}`)}</p>
        {key === 'leftStudents' ? <ManyLeft preview={props.preview} /> : null}
        <ForAll sectionKey={key} {...props} />
      </header>
      <VirtualRows label={t(`titles.${key}`)} rows={rowsOf(key, props)} />
    </section>
  );
}

/** So many missing that the file is probably only a part of the school. */
function ManyLeft({ preview }: { preview: RosterPreview }) {
  const { t } = useTranslation('roster-screen');
  const many = preview.notes.filter(({ code }) => code === 'manyLeft');
  return many.map((note) => (
    <p key={note.file} className={classes.warning}>
      {problemSentence(note, t)}
    </p>
  ));
}

/** What can be decided for the whole section at once. */
function ForAll({ sectionKey, ...props }: SectionProps & { sectionKey: SectionKey }) {
  if (sectionKey === 'possibleStudents' || sectionKey === 'possibleGuardians')
    return <TakeSuggestions sectionKey={sectionKey} {...props} />;
  return (
    <div className={classes.forAll}>
      <TickAll sectionKey={sectionKey} {...props} />
      {sectionKey === 'leftStudents' ? <LeftOn {...props} /> : null}
    </div>
  );
}

function TickAll({ sectionKey, preview, decisions, onDecide }: SectionProps & { sectionKey: SectionKey }) {
  const { t } = useTranslation('roster-screen');
  const ticks = ticksOf(preview, sectionKey);
  if (ticks.length === 0) return null;
  const ticked = ticks.filter((item) => isTicked(item, decisions)).length;
  return (
    <TickBox
      checked={ticked === ticks.length}
      some={ticked > 0 && ticked < ticks.length}
      onChange={(checked) => onDecide((before) => withTicks(before, ticks, checked))}
    >
      {t('all', { ticked, count: ticks.length })}
    </TickBox>
  );
}

/** The day on which those who have left were last at the school. */
function LeftOn({ decisions, onDecide }: SectionProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <DayField
      label={t('leftOn')}
      value={decisions.leftOn}
      onChange={(day) => {
        if (day !== null) onDecide((before) => ({ ...before, leftOn: day }));
      }}
    />
  );
}

interface SuggestionsProps extends SectionProps {
  sectionKey: 'possibleStudents' | 'possibleGuardians';
}

function TakeSuggestions({ sectionKey, preview, decisions, onDecide }: SuggestionsProps) {
  const { t } = useTranslation('roster-screen');
  const likely = preview[sectionKey].filter(({ suggestedId }) => suggestedId !== null);
  const open = openQuestions(decisions, likely);
  if (open === 0) return null;
  return (
    <div className={classes.forAll}>
      <Button onClick={() => onDecide((before) => withSuggestedAnswers(before, likely))}>
        {t('takeSuggestions', { count: open })}
      </Button>
    </div>
  );
}
