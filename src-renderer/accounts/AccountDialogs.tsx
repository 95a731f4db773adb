import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, userNameSchema } from '../../src-shared/accounts/contract.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import classes from './Accounts.module.css';
import type { OneTime } from './OneTimeDialog.tsx';
import { proposedUserName } from './proposed-user-name.ts';
import type { Accounts, Outcome } from './use-accounts.ts';

interface DialogProps {
  staffId: string;
  name: string;
  accounts: Accounts;
  onClose: () => void;
}

type OneTimeProps = DialogProps & { onOneTime: (oneTime: OneTime) => void };

/** Keeps the sentence why something was not done; what was typed stays. */
function useProblem() {
  const [problem, setProblem] = useState<string | null>(null);
  const take = <N extends Parameters<Accounts['change']>[0]>(
    outcome: Outcome<N>,
    then: (done: Extract<Outcome<N>, { done: unknown }>['done']) => void,
  ): boolean => {
    if ('problem' in outcome) {
      setProblem(outcome.problem);
      return false;
    }
    then(outcome.done);
    return true;
  };
  return { problem, take };
}

/** Asks for the user name of a new account. */
export function OpenAccountDialog({
  staffId,
  name,
  familyName,
  accounts,
  onOneTime,
  onClose,
}: OneTimeProps & { familyName: string }) {
  const { t } = useTranslation('accounts');
  const taken = (accounts.list ?? []).map((account) => account.userName);
  const [userName, setUserName] = useState(() => proposedUserName(familyName, taken));
  const { problem, take } = useProblem();
  const save = async () => take(await accounts.change('accounts.open', { staffId, userName }), onOneTime);
  return (
    <FormDialog
      title={t('openTitle', { name })}
      save={t('openSave')}
      ready={userNameSchema.safeParse(userName).success}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        className={classes.wide ?? ''}
        label={t('userName')}
        description={t('userNameHint')}
        value={userName}
        maxLength={40}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setUserName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

/** Asks before a password is replaced. */
export function RenewAccountDialog({ staffId, name, accounts, onOneTime, onClose }: OneTimeProps) {
  const { t } = useTranslation('accounts');
  const { problem, take } = useProblem();
  const save = async () => take(await accounts.change('accounts.renew', { staffId }), onOneTime);
  return (
    <FormDialog
      title={t('renewTitle', { name })}
      save={t('renewSave')}
      ready
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <p className={classes.wide}>{t('renewText', { name })}</p>
    </FormDialog>
  );
}

/** Asks why an account is locked. */
export function LockAccountDialog({ staffId, name, accounts, onClose }: DialogProps) {
  const { t } = useTranslation('accounts');
  const [reason, setReason] = useState('');
  const { problem, take } = useProblem();
  const save = async () =>
    take(await accounts.change('accounts.lock', { staffId, reason }), () => sayDone(t('locked', { name })));
  return (
    <FormDialog
      title={t('lockTitle', { name })}
      save={t('lockSave')}
      ready={reason.trim() !== ''}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <p className={classes.wide}>{t('lockText', { name })}</p>
      <TextInput
        className={classes.wide ?? ''}
        label={t('reason')}
        value={reason}
        maxLength={200}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

interface RevokeDeviceProps {
  device: Account['devices'][number];
  accounts: Accounts;
  onClose: () => void;
}

/** Asks before a device is locked for good. */
export function RevokeDeviceDialog({ device: { deviceId, name }, accounts, onClose }: RevokeDeviceProps) {
  const { t } = useTranslation('accounts');
  const { problem, take } = useProblem();
  const save = async () =>
    take(await accounts.change('accounts.revokeDevice', { deviceId }), () =>
      sayDone(t('revokeDone', { name })),
    );
  return (
    <FormDialog
      title={t('revokeTitle', { name })}
      save={t('revokeSave')}
      ready
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <p className={classes.wide}>{t('revokeText')}</p>
    </FormDialog>
  );
}
