import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { say } from '../components/notices.ts';
import { LayerContext, useShortcut } from '../keyboard/use-shortcut.ts';
import { DeskCall } from './DeskCall.tsx';
import { DeskTabs } from './DeskTabs.tsx';
import { deskLayer, useDesk } from './desk-store.ts';
import classes from './PhoneDesk.module.css';
import { type DeskState, useDeskEntry } from './use-desk-entry.ts';

/** The panel that takes down a call: type a name, press a letter or two, Enter. Nothing typed here gets lost. */
export function PhoneDesk() {
  const { t } = useTranslation('desk');
  const { open, hide } = useDesk();
  useFocusComesBack();
  const desk = useDeskEntry();
  const parked = useQuery('desk.parkedCalls', {});
  const close = useClosing(desk, hide);
  return (
    <Modal.Root
      opened={open}
      onClose={close}
      size={880}
      yOffset="56px"
      closeOnEscape={false}
      classNames={{ overlay: classes.overlay ?? '', content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')}>
        <LayerContext value={deskLayer}>
          <ParkKey onPark={close} />
          <div className={classes.header}>
            <DeskTabs
              calls={parked.data?.calls ?? []}
              current={desk.present?.callId ?? null}
              onTurnTo={(call) => void desk.turnTo(call)}
            />
          </div>
          {desk.present ? (
            <DeskCall
              key={desk.present.callId}
              desk={desk}
              present={desk.present}
              onPark={close}
              onDone={hide}
            />
          ) : null}
        </LayerContext>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Puts the entry by and closes the panel; a report that is no longer to be corrected closes it, too. */
function useClosing({ gone, park }: DeskState, hide: () => void): () => void {
  const { t } = useTranslation('desk');
  useEffect(() => {
    if (!gone) return;
    hide();
    say(t('reportGone'));
  }, [gone, hide, t]);
  return () =>
    void park().then((label) => {
      if (label === null) return;
      hide();
      if (label) say(t('parked', { label }));
    });
}

/** Whoever was at a line of a list when the phone rang is there again afterwards. */
function useFocusComesBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}

/** An open field takes Esc for itself and lets no other hear it; any other Esc parks. */
function ParkKey({ onPark }: { onPark: () => void }) {
  useShortcut('deskPark', onPark);
  return null;
}
