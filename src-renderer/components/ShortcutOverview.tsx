import { useTranslation } from 'react-i18next';
import { shortcutAreas, shortcutIds, shortcutOf } from '../keyboard/catalogue.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { Dialog } from './Dialog.tsx';
import { Kbd } from './Kbd.tsx';
import classes from './ShortcutOverview.module.css';
import { overviewLayer, useOverview } from './shortcut-overview-store.ts';

/** All shortcuts of the app, by where they work. Opens with `?`. */
export function ShortcutOverview() {
  const { t } = useTranslation('keyboard');
  const { open, show, hide } = useOverview();
  useShortcut('overview', show);
  return (
    <Dialog open={open} onClose={hide} layer={overviewLayer} title={t('title')} width={820} reading>
      <div className={classes.areas}>
        {shortcutAreas.map((area) => (
          <section key={area}>
            <h3>{t(`areas.${area}`)}</h3>
            <dl>
              {shortcutIds
                .filter((id) => shortcutOf(id).area === area)
                .map((id) => (
                  <div key={id}>
                    <dt>{t(`shortcuts.${id}`)}</dt>
                    <dd>
                      <Kbd of={id} />
                      <span className={classes.spoken}>{shortcutOf(id).keys}</span>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
