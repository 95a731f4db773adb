import { PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../client/use-command.ts';
import { Avatar } from '../components/Avatar.tsx';
import { Button } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { useTour } from '../tour/tour-store.ts';
import { isNewPassword, NewPasswordFields, noNewPassword } from './NewPasswordFields.tsx';
import { type Refusal, refusalSentence } from './refusal-sentence.ts';
import classes from './SignInScreen.module.css';
import type { SessionState } from './session-context.ts';
import { useSwitching } from './switching.ts';

interface PasswordFormProps {
  /** Undefined: somebody new at this PC. */
  profile: SessionState['profiles'][number] | undefined;
  locked: boolean;
  /** The server's schools, where this desk belongs to none of them yet. */
  schools: SessionState['server']['schools'];
}

/** What is typed, and what the core said to it. */
function useSigningIn(knownName: string) {
  const signIn = useCommand('session.signIn');
  const [userName, setUserName] = useState(knownName);
  const [schoolKey, setSchoolKey] = useState('');
  const [password, setPassword] = useState('');
  // Somebody else has made the password: this person has to choose one.
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState(noNewPassword);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (userName.trim() === '' || password === '') return;
    if (choosing && !isNewPassword(chosen, password)) return;
    setBusy(true);
    const answer = await signIn({
      userName,
      password,
      ...(choosing ? { newPassword: chosen.first } : {}),
      ...(schoolKey === '' ? {} : { schoolKey }),
    });
    setBusy(false);
    if (!answer.ok) return;
    if (answer.result.status === 'signedIn') {
      if (choosing) useTour.getState().begin();
      return useSwitching.getState().end();
    }
    const mustChoose = answer.result.reason === 'ownPasswordNeeded';
    setChoosing(mustChoose || choosing);
    setRefusal(mustChoose ? null : answer.result);
  };
  const typed = { schoolKey, setSchoolKey, userName, setUserName, password, setPassword, chosen, setChosen };
  return { ...typed, choosing, refusal, busy, submit };
}

/** Asks for the password of a known person, or for name and password of a new one. */
export function PasswordForm({ profile, locked, schools }: PasswordFormProps) {
  const { t } = useTranslation('session');
  const form = useSigningIn(profile?.userName ?? '');
  const { userName, password, chosen, choosing, refusal, busy } = form;
  return (
    <form className={classes.form} onSubmit={(event) => void form.submit(event)}>
      {profile ? <KnownPerson profile={profile} /> : null}
      {schools.length > 0 ? (
        <SelectField
          label={t('school')}
          value={form.schoolKey}
          options={[
            { value: '', label: t('chooseSchool') },
            ...schools.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={form.setSchoolKey}
        />
      ) : null}
      {profile ? null : (
        <TextInput
          label={t('userName')}
          autoComplete="username"
          autoFocus
          value={userName}
          onChange={(event) => form.setUserName(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        autoFocus={profile !== undefined}
        value={password}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        onChange={(event) => form.setPassword(event.currentTarget.value)}
      />
      {choosing ? (
        <>
          <p className={classes.hint}>{t('choosePassword')}</p>
          <NewPasswordFields value={chosen} old={password} autoFocus onChange={form.setChosen} />
        </>
      ) : null}
      <p role="alert" className={classes.refusal}>
        {refusal ? refusalSentence(t, refusal) : null}
      </p>
      <Button kind="primary" size="large" type="submit" full disabled={busy}>
        {t(busy ? 'signingIn' : choosing ? 'choose' : locked ? 'unlock' : 'signIn')}
      </Button>
    </form>
  );
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
