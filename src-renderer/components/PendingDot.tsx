import { useTranslation } from 'react-i18next';
import classes from './PendingDot.module.css';

/** Marks something that is saved at this desk and waits for the server. */
export function PendingDot() {
  const { t } = useTranslation('common');
  return <span className={classes.dot} role="img" aria-label={t('pending')} title={t('pending')} />;
}
