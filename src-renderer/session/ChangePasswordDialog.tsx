import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../client/use-command.ts';
import { FormDialog } from '../components/FormDialog.tsx';
import { say } from '../components/notices.ts';
import classes from './ChangePasswordDialog.module.css';
import { isNewPassword, NewPasswordFields, noNewPassword } from './NewPasswordFields.tsx';
import { type Refusal, refusalSentence } from './refusal-sentence.ts';

/** Another password of one's own. Needs the server. */
export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('session');
  const change = useCommand('session.changePassword');
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState(noNewPassword);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const save = async () => {
    const answer = await change({ password, newPassword: chosen.first });
    if (!answer.ok) return false;
    if (answer.result.status === 'refused') {
      setRefusal(answer.result);
      return false;
    }
    say(t('changed'));
    return true;
  };
  return (
    <FormDialog
      title={t('changeTitle')}
      save={t('changeSave')}
      ready={password !== '' && isNewPassword(chosen, password)}
      problem={refusal ? refusalSentence(t, refusal) : null}
      onSave={save}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <PasswordInput
          label={t('oldPassword')}
          autoComplete="current-password"
          data-autofocus
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <NewPasswordFields value={chosen} old={password} onChange={setChosen} />
      </div>
    </FormDialog>
  );
}
