import { Menu } from '@mantine/core';
import { IconFileText, IconFlame, IconPlugOff, IconPrinter, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetKind } from '../../src-shared/paper/contract.ts';
import { Button } from '../components/Button.tsx';
import { useSession } from '../session/session-context.ts';
import { DowntimeLine } from './DowntimeLine.tsx';
import classes from './Paper.module.css';
import { SheetDialog } from './SheetDialog.tsx';
import { sheetsFor } from './sheets.ts';

const signs: Record<SheetKind, ReactNode> = {
  officeList: <IconFileText />,
  staffRoomList: <IconUsers />,
  evacuation: <IconFlame />,
  downtime: <IconPlugOff />,
};

/** The sheets of the day, for whoever may print them. For the head of a screen. */
export function PrintMenu() {
  const { t } = useTranslation('paper-screen');
  const { role } = useSession().person;
  const [sheet, setSheet] = useState<SheetKind | null>(null);
  const sheets = sheetsFor(role);
  if (sheets.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button icon={<IconPrinter aria-hidden />}>{t('print')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {sheets.map((kind) => (
            <Menu.Item key={kind} leftSection={signs[kind]} onClick={() => setSheet(kind)}>
              {t(`sheets.${kind}`)}
              <small className={classes.hint}>{t(`hints.${kind}`)}</small>
            </Menu.Item>
          ))}
          {sheets.includes('downtime') ? (
            <div className={classes.foot}>
              <DowntimeLine />
            </div>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {sheet === null ? null : <SheetDialog sheet={sheet} onClose={() => setSheet(null)} />}
    </>
  );
}
