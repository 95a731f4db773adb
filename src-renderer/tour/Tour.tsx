import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../app/routes.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useSession } from '../session/session-context.ts';
import classes from './Tour.module.css';
import { type TourStep, tourOf } from './tour-steps.ts';
import { useTour } from './tour-store.ts';

/** A few plain steps for whoever is new here. Enter goes on, Esc leaves it; nothing depends on it. */
export function Tour() {
  const { t } = useTranslation('tour');
  const { person } = useSession();
  const { at, goTo, end } = useTour();
  const go = useRoute((state) => state.go);
  const steps = tourOf(person.role);
  const step = steps[at ?? 0];
  const screen = step?.screen;
  useEffect(() => {
    if (screen) go(screen);
  }, [screen, go]);
  // Whoever signs in next begins without it.
  useEffect(() => end, [end]);
  if (at === null || !step) return null;
  const isLast = at === steps.length - 1;
  return (
    <Dialog
      open
      onClose={end}
      title={t('title', { name: person.givenName })}
      width={520}
      footer={
        <>
          <p className={classes.count}>{t('step', { at: at + 1, of: steps.length })}</p>
          <div className={classes.buttons}>
            {isLast ? null : (
              <Button kind="quiet" onClick={end}>
                {t('skip')}
              </Button>
            )}
            {at > 0 ? <Button onClick={() => goTo(at - 1)}>{t('back')}</Button> : null}
            <Button kind="primary" data-autofocus onClick={() => (isLast ? end() : goTo(at + 1))}>
              {t(isLast ? 'done' : 'next')}
            </Button>
          </div>
        </>
      }
    >
      <Step step={step} />
    </Dialog>
  );
}

function Step({ step: { id, keys } }: { step: TourStep }) {
  const { t } = useTranslation('tour');
  const { t: tk } = useTranslation('keyboard');
  return (
    <section className={classes.step} aria-live="polite">
      <h3>{t(`steps.${id}.title`)}</h3>
      <p>{t(`steps.${id}.text`)}</p>
      {keys.length === 0 ? null : (
        <dl>
          {keys.map((key) => (
            <div key={key}>
              <dt>
                <Kbd of={key} />
              </dt>
              <dd>{tk(`shortcuts.${key}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
