import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './RescueNotice.module.css';
import { useSession } from './session-context.ts';

/** After a damaged cache was rebuilt: what was rescued, and what has to be entered again. */
export function RescueNotice() {
  const { t } = useTranslation('session');
  const { t: tOperations } = useTranslation('operations');
  const format = useFormat();
  const { rescue } = useSession();
  const [closed, setClosed] = useState(false);
  if (!rescue || closed) return null;
  return (
    <section className={classes.notice} aria-label={t('rescue.title')}>
      <IconLifebuoy aria-hidden />
      <div>
        <p>
          <b>{t('rescue.title')}</b> {t('rescue.rescued', { count: rescue.rescued })}{' '}
          {rescue.listed.length > 0 ? t('rescue.listed', { count: rescue.listed.length }) : null}
        </p>
        <ul>
          {rescue.listed.map((entry) => (
            <li key={`${entry.occurredAt}${entry.name}`}>
              {format.dayAndTime(entry.occurredAt)} · {tOperations([entry.name, 'unknown'])}
            </li>
          ))}
        </ul>
      </div>
      <Button onClick={() => setClosed(true)}>{t('rescue.close')}</Button>
    </section>
  );
}
