import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../src-shared/values/day.ts';
import type { Span } from '../../src-shared/values/span.ts';
import { DayField } from '../components/DayField.tsx';
import { FormDialog } from '../components/FormDialog.tsx';
import { useSession } from '../session/session-context.ts';
import classes from './Groups.module.css';
import { useSpanWords } from './use-span-words.ts';

interface EndDialogProps {
  title: string;
  span: Span;
  /** @returns whether it was done */
  onEnd: (on: Day) => Promise<boolean>;
  onClose: () => void;
}

/** Asks for the last day of something: a membership, a lead, a substitution. */
export function EndDialog({ title, span, onEnd, onClose }: EndDialogProps) {
  const { t } = useTranslation('groups');
  const { today } = useSession();
  const words = useSpanWords();
  const [on, setOn] = useState<Day | null>(span.fromDay > today ? span.fromDay : today);
  const never = on !== null && on < span.fromDay;
  return (
    <FormDialog
      title={title}
      save={t('end.save')}
      ready={on !== null}
      summary={t(never ? 'end.never' : 'end.until')}
      onSave={async () => on !== null && onEnd(on)}
      onClose={onClose}
    >
      <p className={classes.wide}>{words(span)}</p>
      <DayField label={t('end.lastDay')} value={on} autoFocus onChange={setOn} />
      <p className={classes.hint}>{t('end.hint')}</p>
    </FormDialog>
  );
}
