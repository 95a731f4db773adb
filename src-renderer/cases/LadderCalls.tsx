import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptOutcome } from '../../src-shared/absences/words.ts';
import { closingOutcomes } from '../../src-shared/absences/words.ts';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { sayDone } from '../components/notices.ts';
import { letKeysGo } from '../keyboard/held-keys.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './CaseLadder.module.css';
import { ContactList } from './ContactList.tsx';
import { type LadderStep, neighbour, nextStep } from './ladder.ts';
import { OutcomeKeys } from './OutcomeKeys.tsx';
import { useRelation } from './use-relation.ts';

/** The contacts in order and the keys for what came of a call. After a call nobody answered, the next contact is chosen. */
export function LadderCalls({ open, onClosed }: { open: OpenCase; onClosed: () => void }) {
  const { t } = useTranslation('cases');
  const [picked, setPicked] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const chosen = picked ?? nextStep(open.ladder) ?? 0;
  const record = useRecordAttempt(open);
  const choose = async (outcome: AttemptOutcome) => {
    const saved = await record(open.ladder[chosen], outcome, note);
    if (!saved) return;
    setNote('');
    setPicked(null);
    if (closingOutcomes.includes(outcome)) onClosed();
  };
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
    letKeysGo();
  }, []);
  const move = (by: 1 | -1) => {
    const next = neighbour(chosen, by, open.ladder);
    setPicked(next);
    panel.current?.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus();
  };
  useShortcut('ladderNext', () => move(1));
  useShortcut('ladderPrevious', () => move(-1));
  return (
    <div ref={panel} className={classes.calls}>
      <ContactList ladder={open.ladder} chosen={chosen} onChoose={setPicked} />
      <input
        className={classes.note}
        aria-label={t('note')}
        placeholder={t('note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <OutcomeKeys onChoose={(outcome) => void choose(outcome)} />
    </div>
  );
}

/** Keeps one call with time and person, and says so in a sentence. */
function useRecordAttempt(open: OpenCase) {
  const { t } = useTranslation('cases');
  const { t: tWords } = useTranslation('words');
  const relation = useRelation();
  const recordAttempt = useCommand('cases.recordAttempt');
  return async (step: LadderStep | undefined, outcome: AttemptOutcome, note: string): Promise<boolean> => {
    const [attemptId, { studentId }] = [newId(), open];
    const answer = await recordAttempt({
      attemptId,
      studentId,
      day: open.day,
      guardianId: step?.guardianId ?? null,
      contactName: step?.name ?? '',
      outcome,
      note: note.trim() === '' ? null : note,
    });
    if (!answer.ok) return false;
    const said = {
      name: `${open.givenName} ${open.familyName}`,
      className: open.className,
      who: step ? relation(step.relation) : t('nobody'),
      outcome: tWords(`outcomes.${outcome}`),
    };
    sayDone(t(`saved.${outcome}`, said), {
      steps: [undoBy('cases.retractAttempt', { attemptId, studentId })],
      said: t(closingOutcomes.includes(outcome) ? 'reopened' : 'retracted', said),
    });
    return true;
  };
}
