import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { useSession } from '../session/session-context.ts';
import { SearchBox } from './SearchBox.tsx';
import { takesCalls } from './screens.ts';
import classes from './TopBar.module.css';

/** Search and the one thing that must always be one key away: taking a call. Not for whoever sees no child. */
export function TopBar() {
  const { t } = useTranslation('frame');
  const show = useDesk((state) => state.show);
  const { role } = useSession().person;
  if (!takesCalls(role)) return null;
  return (
    <header className={classes.bar}>
      <SearchBox />
      <Button
        kind="primary"
        icon={<IconPhone />}
        shortcut="takeCall"
        className={classes.call}
        onClick={() => show()}
      >
        <span className={classes.long}>{t('takeCall')}</span>
        <span className={classes.short} aria-hidden="true">
          {t('takeCallShort')}
        </span>
      </Button>
    </header>
  );
}
