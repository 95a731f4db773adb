import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconBell,
  IconEye,
  IconKey,
  IconKeyboard,
  IconLock,
  IconMap2,
  IconUserShare,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../client/use-command.ts';
import { Avatar } from '../components/Avatar.tsx';
import { Kbd } from '../components/Kbd.tsx';
import { useOverview } from '../components/shortcut-overview-store.ts';
import { useHost } from '../host/host-services.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { useOwnRights } from '../rights/own-rights-store.ts';
import { ChangePasswordDialog } from '../session/ChangePasswordDialog.tsx';
import { useSession } from '../session/session-context.ts';
import { useSwitching } from '../session/switching.ts';
import { useTour } from '../tour/tour-store.ts';
import classes from './PersonMenu.module.css';
import { type Language, languages, type ThemeChoice, themeChoices, usePreferences } from './preferences.ts';

/** Who works here, and what concerns this person and this PC. */
export function PersonMenu() {
  const { t } = useTranslation('frame');
  const { t: ts } = useTranslation('session');
  const [changing, setChanging] = useState(false);
  const { person } = useSession();
  const lock = useLock();
  const name = `${person.givenName} ${person.familyName}`;
  // Here and not beside its item: the menu's content is there only while the menu is open.
  useShortcut('lock', lock);
  return (
    <>
      <Menu position="right-end" width={264}>
        <Menu.Target>
          <UnstyledButton className={classes.person} title={name}>
            <Avatar givenName={person.givenName} familyName={person.familyName} />
            <span className={classes.who}>
              <span>{name}</span>
              <small>{t(`roles.${person.role}`)}</small>
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <SessionItems />
          <Menu.Divider />
          <PreferenceItems />
          <Menu.Divider />
          <NotificationItem />
          <Menu.Item leftSection={<IconKey />} onClick={() => setChanging(true)}>
            {ts('change')}
          </Menu.Item>
          <HelpItems />
        </Menu.Dropdown>
      </Menu>
      {changing ? <ChangePasswordDialog onClose={() => setChanging(false)} /> : null}
    </>
  );
}

/** What somebody looks up: what they may see, the tour for whoever is new, all keys. */
function HelpItems() {
  const { t } = useTranslation('frame');
  const { t: tr } = useTranslation('rights');
  const { t: tt } = useTranslation('tour');
  return (
    <>
      <Menu.Item leftSection={<IconEye />} onClick={useOwnRights.getState().show}>
        {tr('mine')}
      </Menu.Item>
      <Menu.Item leftSection={<IconMap2 />} onClick={useTour.getState().begin}>
        {tt('open')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconKeyboard />}
        rightSection={<Kbd of="overview" />}
        onClick={useOverview.getState().show}
      >
        {t('shortcuts')}
      </Menu.Item>
    </>
  );
}

function useLock(): () => void {
  const lock = useCommand('session.lock');
  return () => void lock({});
}

function SessionItems() {
  const { t } = useTranslation('frame');
  const lockNow = useLock();
  const switchPerson = () => {
    useSwitching.getState().begin();
    lockNow();
  };
  return (
    <>
      <Menu.Item leftSection={<IconLock />} rightSection={<Kbd of="lock" />} onClick={lockNow}>
        {t('lock')}
      </Menu.Item>
      <Menu.Item leftSection={<IconUserShare />} onClick={switchPerson}>
        {t('switchPerson')}
      </Menu.Item>
    </>
  );
}

function PreferenceItems() {
  const { t } = useTranslation('frame');
  const { language, chooseLanguage, theme, chooseTheme } = usePreferences();
  // Mantine hands back the value of the item that was chosen; the items are made from these lists.
  return (
    <>
      <Menu.Label>{t('appearance')}</Menu.Label>
      <Menu.RadioGroup value={theme} onChange={(value) => chooseTheme(value as ThemeChoice)}>
        {themeChoices.map((choice) => (
          <Menu.RadioItem key={choice} value={choice}>
            {t(`themes.${choice}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('language')}</Menu.Label>
      <Menu.RadioGroup value={language} onChange={(value) => chooseLanguage(value as Language)}>
        {languages.map((choice) => (
          <Menu.RadioItem key={choice} value={choice} lang={choice}>
            {t(`languages.${choice}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

/** Offers notifications where they have not been allowed yet, and says where they can't be. */
function NotificationItem() {
  const { t } = useTranslation('frame');
  const host = useHost();
  const [state, setState] = useState(() => host.notifyState());
  if (state === 'allowed') return null;
  const allow = async () => setState(await host.allowNotifications());
  return (
    <Menu.Item
      leftSection={<IconBell />}
      disabled={state !== 'ask'}
      closeMenuOnClick={false}
      onClick={() => void allow()}
    >
      {t(`notifications.${state}`)}
    </Menu.Item>
  );
}
