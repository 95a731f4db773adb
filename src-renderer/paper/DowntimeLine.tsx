import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './Paper.module.css';

/** Where the downtime sheets lie, found and opened without the app; or why they are not there. */
export function DowntimeLine() {
  const { t } = useTranslation('paper-screen');
  const format = useFormat();
  const { data } = useQuery('paper.downtime', {});
  if (!data) return null;
  const { folder, madeAt, problem } = data;
  const made =
    madeAt === null ? t('downtime.notYet') : t('downtime.madeAt', { time: format.dayAndTime(madeAt) });
  return (
    <p className={classes.downtime} data-problem={problem !== null || undefined}>
      {problem === null ? made : t(`downtime.problem.${problem}`)}
      {folder === null ? null : <span className={classes.folder}>{folder}</span>}
    </p>
  );
}
