import { useTranslation } from 'react-i18next';
import type { AttemptOutcome } from '../../src-shared/absences/words.ts';
import { Button } from '../components/Button.tsx';
import type { ShortcutId } from '../keyboard/catalogue.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './CaseLadder.module.css';
import { outcomeKeys } from './ladder.ts';

/** One key for each way a call can end. */
export function OutcomeKeys({ onChoose }: { onChoose: (outcome: AttemptOutcome) => void }) {
  return (
    <div className={classes.outcomes}>
      {outcomeKeys.map(({ outcome, shortcut }) => (
        <OutcomeKey key={outcome} outcome={outcome} shortcut={shortcut} onChoose={() => onChoose(outcome)} />
      ))}
    </div>
  );
}

interface OutcomeKeyProps {
  outcome: AttemptOutcome;
  shortcut: ShortcutId;
  onChoose: () => void;
}

function OutcomeKey({ outcome, shortcut, onChoose }: OutcomeKeyProps) {
  const { t } = useTranslation('words');
  useShortcut(shortcut, onChoose);
  return (
    <Button shortcut={shortcut} size="large" className={classes.outcome} onClick={onChoose}>
      {t(`outcomes.${outcome}`)}
    </Button>
  );
}
