import { IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Progress } from '../components/Bar.tsx';
import { Button } from '../components/Button.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './Administration.module.css';

/** How far the work has come, with its count, and the way to stop it: what then stays is said beside the button. */
export function ImportProgress() {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  const stop = useCommand('roster.stop');
  const { data: progress } = useQuery('roster.progress', {});
  if (!progress) return <p className={classes.working}>{t('progress.begins')}</p>;
  const { phase, done, total, file } = progress;
  const count = t(`progress.${phase}.count`, { done: format.number(done), total: format.number(total) });
  const changes = phase === 'applying' || phase === 'undoing';
  return (
    <section className={classes.running} aria-label={t(`progress.${phase}.title`, { file })}>
      <h2 role="status">{t(`progress.${phase}.title`, { file })}</h2>
      <Progress done={done} total={total} label={count} />
      <p className={classes.count}>{count}</p>
      <p>{t(`progress.${phase}.stops`)}</p>
      <Button icon={<IconPlayerStop aria-hidden />} onClick={() => void stop({})}>
        {t(changes ? 'progress.halt' : 'progress.cancel')}
      </Button>
    </section>
  );
}
