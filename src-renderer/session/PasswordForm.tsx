import { PasswordInput, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../client/use-command.ts';
import { Avatar } from '../components/Avatar.tsx';
import { Button } from '../components/Button.tsx';
import classes from './SignInScreen.module.css';
import type { SessionState } from './session-context.ts';
import { useSwitching } from './switching.ts';

type Refusal = { reason: string; retryInSeconds?: number | undefined };

interface PasswordFormProps {
  /** Undefined: somebody new at this PC. */
  profile: SessionState['profiles'][number] | undefined;
  locked: boolean;
}

/** Asks for the password of a known person, or for name and password of a new one. */
export function PasswordForm({ profile, locked }: PasswordFormProps) {
  const { t } = useTranslation('session');
  const signIn = useCommand('session.signIn');
  const [userName, setUserName] = useState(profile?.userName ?? '');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (userName.trim() === '' || password === '') return;
    setBusy(true);
    const answer = await signIn({ userName, password });
    setBusy(false);
    if (!answer.ok) return;
    if (answer.result.status === 'refused') setRefusal(answer.result);
    else useSwitching.getState().end();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {profile ? <KnownPerson profile={profile} /> : null}
      {profile ? null : (
        <TextInput
          label={t('userName')}
          autoComplete="username"
          autoFocus
          value={userName}
          onChange={(event) => setUserName(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        autoFocus={profile !== undefined}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <p role="alert" className={classes.refusal}>
        {refusal ? refusalSentence(t, refusal) : null}
      </p>
      <Button kind="primary" size="large" type="submit" full disabled={busy}>
        {t(busy ? 'signingIn' : locked ? 'unlock' : 'signIn')}
      </Button>
    </form>
  );
}

function refusalSentence(t: TFunction<'session'>, refusal: Refusal): string {
  const minutes = Math.max(1, Math.ceil((refusal.retryInSeconds ?? 60) / 60));
  return t(`refusals.${refusal.reason}`, { count: minutes });
}

function KnownPerson({ profile }: { profile: SessionState['profiles'][number] }) {
  const { t } = useTranslation('frame');
  return (
    <div className={classes.known}>
      <Avatar givenName={profile.givenName} familyName={profile.familyName} />
      <span className={classes.name}>
        {profile.givenName} {profile.familyName}
      </span>
      <span className={classes.role}>{t(`roles.${profile.role}`)}</span>
    </div>
  );
}
