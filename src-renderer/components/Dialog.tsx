import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerContext, useLayer, useShortcut } from '../keyboard/use-shortcut.ts';
import { IconButton } from './Button.tsx';
import classes from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Pixels; the dialog is never wider than the window. */
  width?: number;
  /** The content is only read: it takes the focus, so that the keyboard scrolls it. */
  reading?: boolean;
  /** A layer that whoever opens the dialog raises at the key press; without it the dialog has its own. */
  layer?: number;
  /** Below the content, on a quiet ground: the sentence that will be saved, and the buttons. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A panel above the page. Focus stays inside, Esc closes, the page's shortcuts are silent meanwhile. */
export function Dialog({
  open,
  onClose,
  title,
  width = 640,
  reading = false,
  layer,
  footer,
  children,
}: DialogProps) {
  const { t } = useTranslation('common');
  const ownLayer = useLayer(open && layer === undefined);
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={width}
      yOffset="56px"
      closeOnEscape={false}
      classNames={{
        overlay: classes.overlay ?? '',
        content: classes.content ?? '',
        title: classes.title ?? '',
      }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <LayerContext value={layer ?? ownLayer}>
          <CloseKey onClose={onClose} />
          <div className={classes.header}>
            <Modal.Title>{title}</Modal.Title>
            <IconButton label={t('close')} icon={<IconX />} onClick={onClose} />
          </div>
          <div className={classes.body} {...(reading ? { tabIndex: 0, 'data-autofocus': true } : {})}>
            {children}
          </div>
          {footer ? <div className={classes.footer}>{footer}</div> : null}
        </LayerContext>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Esc closes the dialog that lies on top, and no other below it. */
function CloseKey({ onClose }: { onClose: () => void }) {
  useShortcut('dialogClose', onClose);
  return null;
}
