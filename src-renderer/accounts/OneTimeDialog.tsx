import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { say, sayProblem } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './Accounts.module.css';

/** A password that was made for somebody else. */
export interface OneTime {
  readonly userName: string;
  readonly password: string;
  readonly until: string;
}

/** Shows a one-time password, the only time it is shown. */
export function OneTimeDialog({
  name,
  oneTime,
  onClose,
}: {
  name: string;
  oneTime: OneTime;
  onClose: () => void;
}) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(oneTime.password);
      say(t('oneTime.copied'));
    } catch {
      sayProblem(t('oneTime.copyFailed'));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('oneTime.title', { name })}
      width={560}
      footer={
        <div className={classes.buttons}>
          <Button onClick={() => void copy()}>{t('oneTime.copy')}</Button>
          <Button kind="primary" data-autofocus onClick={onClose}>
            {t('oneTime.done')}
          </Button>
        </div>
      }
    >
      <p>{t('oneTime.text', { name, until: format.dayAndTime(oneTime.until) })}</p>
      <dl className={classes.oneTime}>
        <dt>{t('userName')}</dt>
        <dd>{oneTime.userName}</dd>
        <dt>{t('oneTime.password')}</dt>
        <dd>{oneTime.password}</dd>
      </dl>
    </Dialog>
  );
}
