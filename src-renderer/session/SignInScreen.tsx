import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../components/Avatar.tsx';
import { Button } from '../components/Button.tsx';
import { Entrance } from './Entrance.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import classes from './SignInScreen.module.css';
import type { SessionState } from './session-context.ts';
import { useSwitching } from './switching.ts';

/** A name to type, somebody of the list, or nobody chosen yet. */
type Choice = string | 'somebodyElse' | null;

/** Sign-in, unlocking and changing the person: one screen. The last person is asked for the password at once. */
export function SignInScreen({ state }: { state: SessionState }) {
  const { t } = useTranslation('session');
  const switching = useSwitching((store) => store.switching);
  const [choice, setChoice] = useState<Choice>(() => firstChoice(state, switching));
  const chosen = state.profiles.find((profile) => profile.userName === choice);
  return (
    <Entrance school={state.school?.name}>
      <h1 className={classes.title}>{t(state.phase === 'locked' ? 'lockedTitle' : 'title')}</h1>
      <ServerHint state={state} />
      {choice === null ? (
        <Profiles state={state} onChoose={setChoice} />
      ) : (
        <PasswordForm
          key={choice}
          profile={chosen}
          locked={state.phase === 'locked'}
          schools={state.server.schools}
        />
      )}
      {choice !== null && state.profiles.length > 0 ? (
        <Button kind="quiet" onClick={() => setChoice(null)}>
          {t('anotherPerson')}
        </Button>
      ) : null}
    </Entrance>
  );
}

/** What somebody should know before they try, when the server can't be asked. */
function ServerHint({ state: { server, profiles } }: { state: SessionState }) {
  const { t } = useTranslation('session');
  if (server.reachable) return null;
  const known = profiles.length > 0 ? 'offline' : 'offlineFirst';
  return <p className={classes.hint}>{t(server.trusted ? known : 'untrusted')}</p>;
}

function firstChoice(state: SessionState, switching: boolean): Choice {
  if (state.profiles.length === 0) return 'somebodyElse';
  if (switching) return null;
  if (state.phase === 'locked' && state.person) return state.person.userName;
  return state.profiles.length === 1 ? (state.profiles[0]?.userName ?? null) : null;
}

function Profiles({ state, onChoose }: { state: SessionState; onChoose: (choice: Choice) => void }) {
  const { t } = useTranslation('session');
  const { t: tFrame } = useTranslation('frame');
  return (
    <ul className={classes.profiles} aria-label={t('profiles')}>
      {state.profiles.map((profile, index) => (
        <li key={profile.userName}>
          <button
            type="button"
            className={classes.profile}
            // The first choice of a page that offers nothing else.
            // biome-ignore lint/a11y/noAutofocus: nothing else on this page can be meant
            autoFocus={index === 0}
            onClick={() => onChoose(profile.userName)}
          >
            <Avatar givenName={profile.givenName} familyName={profile.familyName} />
            <span className={classes.name}>
              {profile.givenName} {profile.familyName}
            </span>
            <span className={classes.role}>{tFrame(`roles.${profile.role}`)}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={classes.profile} onClick={() => onChoose('somebodyElse')}>
          <span className={classes.plus} aria-hidden="true">
            +
          </span>
          <span className={classes.name}>{t('somebodyElse')}</span>
        </button>
      </li>
    </ul>
  );
}
