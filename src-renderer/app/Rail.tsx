import { Tooltip, VisuallyHidden } from '@mantine/core';
import {
  IconClipboardHeart,
  IconListCheck,
  IconSettings,
  IconSun,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenCases } from '../cases/use-open-cases.ts';
import type { ShortcutId } from '../keyboard/catalogue.ts';
import { shortcutOf } from '../keyboard/catalogue.ts';
import { keyLabel } from '../keyboard/keys.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { useSession } from '../session/session-context.ts';
import { SyncLine } from '../sync/SyncLine.tsx';
import { Brand } from './Brand.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { usePreferences } from './preferences.ts';
import classes from './Rail.module.css';
import { hashOf, type ScreenName, useRoute } from './routes.ts';
import { railScreens } from './screens.ts';

type RailScreen = Exclude<ScreenName, 'attention'>;

const signs: Record<RailScreen, { icon: ReactNode; shortcut: ShortcutId }> = {
  today: { icon: <IconSun />, shortcut: 'goToday' },
  classes: { icon: <IconListCheck />, shortcut: 'goClasses' },
  absences: { icon: <IconClipboardHeart />, shortcut: 'goAbsences' },
  students: { icon: <IconUsers />, shortcut: 'goStudents' },
  groups: { icon: <IconUsersGroup />, shortcut: 'goGroups' },
  administration: { icon: <IconSettings />, shortcut: 'goAdministration' },
};

/** The way between screens, the sync line and the person. */
export function Rail() {
  const { t } = useTranslation('frame');
  const { role } = useSession().person;
  const screens = railScreens(role).filter((name): name is RailScreen => name !== 'attention');
  return (
    <nav className={classes.rail} aria-label={t('rail')}>
      <Brand />
      <ul>
        {screens.map((name) => (
          <RailLink key={name} name={name} />
        ))}
      </ul>
      <div className={classes.gap} />
      <SyncLine />
      <PersonMenu />
    </nav>
  );
}

/** The two numbers behind the badge, each in words. */
function badgeWords(unexplained: number, silent: number, t: TFunction<'frame'>): string {
  return [
    ...(unexplained > 0 ? [t('badge', { count: unexplained })] : []),
    ...(silent > 0 ? [t('badgeSilent', { count: silent })] : []),
  ].join(', ');
}

function RailLink({ name }: { name: RailScreen }) {
  const { t } = useTranslation('frame');
  const { role } = useSession().person;
  const language = usePreferences((state) => state.language);
  const { screen, go } = useRoute();
  const { unexplained, silent } = useOpenCases();
  const { icon, shortcut } = signs[name];
  useShortcut(shortcut, () => go(name));
  const label = name === 'classes' && role === 'teacher' ? t('screens.myClass') : t(`screens.${name}`);
  const alarm = name === 'today' && unexplained + silent.length > 0 ? unexplained + silent.length : null;
  return (
    <li>
      <Tooltip position="right" label={`${label} (${keyLabel(shortcutOf(shortcut).keys, language)})`}>
        <a
          href={hashOf({ screen: name, params: {} })}
          className={classes.link}
          aria-current={screen === name ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            go(name);
          }}
        >
          {icon}
          <span className={classes.label}>{label}</span>
          {alarm === null ? null : (
            <>
              <span className={classes.badge} aria-hidden="true">
                {alarm}
              </span>
              <VisuallyHidden>{badgeWords(unexplained, silent.length, t)}</VisuallyHidden>
            </>
          )}
        </a>
      </Tooltip>
    </li>
  );
}
