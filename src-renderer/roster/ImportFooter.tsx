import { useTranslation } from 'react-i18next';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { Button } from '../components/Button.tsx';
import { type Decisions, openQuestions } from './decisions.ts';
import classes from './ImportPreview.module.css';

interface ImportFooterProps {
  preview: RosterPreview;
  decisions: Decisions;
  /** What would be done; empty for nothing. */
  sentence: string;
  onApply: () => void;
  onCancel: () => void;
}

/** The sentence that will be done, beside the button that does it. */
export function ImportFooter({ preview, decisions, sentence, onApply, onCancel }: ImportFooterProps) {
  const { t } = useTranslation('roster-screen');
  const open = openQuestions(decisions, [...preview.possibleStudents, ...preview.possibleGuardians]);
  return (
    <footer className={classes.footer}>
      <p aria-live="polite">
        {sentence === '' ? t('summary.none') : t('summary.will', { sentence })}
        {open > 0 ? <small>{t('summary.open', { count: open })}</small> : null}
      </p>
      <Button kind="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button kind="primary" disabled={sentence === ''} onClick={onApply}>
        {t('apply')}
      </Button>
    </footer>
  );
}
