import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/values/day.ts';
import { newId } from '../../client/new-id.ts';
import { undoBy } from '../../client/undo.ts';
import { useCommand } from '../../client/use-command.ts';
import { sayDone } from '../../components/notices.ts';
import { type NewYear, outcomeOf, type YearForm, yearCommand } from './year-form.ts';

/** Changes the school year, says what has become of it, and can take it back. @returns whether it was done */
export function useChangeYear(): (year: NewYear, form: YearForm & { firstDay: Day }) => Promise<boolean> {
  const { t } = useTranslation('groups');
  const change = useCommand('classes.changeYear');
  return async (year, form) => {
    const command = yearCommand(year, form, newId);
    const { after, leavers } = outcomeOf(year, form);
    if (!(await change(command)).ok) return false;
    const sentence = t('newYear.done', { year: year.schoolYear, count: after, leavers: leavers.length });
    const steps = [undoBy('classes.restoreYear', { changeId: command.changeId })];
    sayDone(sentence, { steps, said: t('newYear.restored', { year: year.schoolYear }) });
    return true;
  };
}
