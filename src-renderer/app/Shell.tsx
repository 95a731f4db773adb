import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CaseAlarm } from '../cases/CaseAlarm.tsx';
import { CaseLadder } from '../cases/CaseLadder.tsx';
import { NoticeStack } from '../components/NoticeStack.tsx';
import { ShortcutOverview } from '../components/ShortcutOverview.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { PhoneDesk } from '../desk/PhoneDesk.tsx';
import { hearKeyboard } from '../keyboard/registry.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { useOwnRights } from '../rights/own-rights-store.ts';
import { IdleLock } from '../session/IdleLock.tsx';
import { RescueNotice } from '../session/RescueNotice.tsx';
import { useSession } from '../session/session-context.ts';
import { useTour } from '../tour/tour-store.ts';
import { Rail } from './Rail.tsx';
import { followAddress, useRoute } from './routes.ts';
import { ScreenFrame } from './ScreenFrame.tsx';
import classes from './Shell.module.css';
import { takesCalls } from './screens.ts';
import { TopBar } from './TopBar.tsx';

const Tour = lazy(async () => ({ default: (await import('../tour/Tour.tsx')).Tour }));
const OwnRights = lazy(async () => ({ default: (await import('../rights/OwnRights.tsx')).OwnRights }));

/** The window of a signed-in person: rail, top bar, the screen, and the panels above it. */
export function Shell() {
  const { t } = useTranslation('frame');
  const calls = takesCalls(useSession().person.role);
  const screen = useRoute((state) => state.screen);
  const ownRights = useOwnRights((state) => state.open);
  const touring = useTour((state) => state.at !== null);
  // Before the panels hear anything themselves: keys that are held back must not reach them.
  useLayoutEffect(() => hearKeyboard(window), []);
  useEffect(() => followAddress(window), []);
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={toContent}>
        {t('skip')}
      </button>
      <Rail />
      <div className={classes.page}>
        <TopBar />
        <RescueNotice />
        <main id="content" tabIndex={-1} className={classes.content} key={screen}>
          <ScreenFrame />
        </main>
      </div>
      {calls ? <CallPanels /> : null}
      <ShortcutOverview />
      <Suspense fallback={null}>{ownRights ? <OwnRights /> : null}</Suspense>
      <Suspense fallback={null}>{touring ? <Tour /> : null}</Suspense>
      <IdleLock />
      <NoticeStack />
    </div>
  );
}

/** Past rail and search, for whoever works by keyboard. */
function toContent() {
  document.getElementById('content')?.focus();
}

/** Loaded with the window: who presses F2 or U types on at once. */
function CallPanels() {
  const desk = useDesk();
  useShortcut('takeCall', () => desk.show());
  return (
    <>
      <CaseAlarm />
      <CaseLadder />
      {desk.open ? <PhoneDesk /> : null}
    </>
  );
}
