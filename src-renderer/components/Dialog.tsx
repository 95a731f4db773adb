import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerContext, useLayer } from '../keyboard/use-shortcut.ts';
import { IconButton } from './Button.tsx';
import classes from './Dialog.module.css';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Pixels; the dialog is never wider than the window. */
  width?: number;
  /** Below the content, on a quiet ground: the sentence that will be saved, and the buttons. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A panel above the page. Focus stays inside, Esc closes, the page's shortcuts are silent meanwhile. */
export function Dialog({ open, onClose, title, width = 640, footer, children }: DialogProps) {
  const { t } = useTranslation('common');
  const layer = useLayer(open);
  return (
    <Modal.Root opened={open} onClose={onClose} size={width} yOffset="56px" lockScroll={false}>
      <Modal.Overlay className={classes['overlay'] ?? ''} />
      <Modal.Content className={classes['content'] ?? ''}>
        <LayerContext value={layer}>
          <header className={classes['header']}>
            <Modal.Title className={classes['title'] ?? ''}>{title}</Modal.Title>
            <IconButton label={t('close')} icon={<IconX />} onClick={onClose} />
          </header>
          <div className={classes['body']}>{children}</div>
          {footer ? <footer className={classes['footer']}>{footer}</footer> : null}
        </LayerContext>
      </Modal.Content>
    </Modal.Root>
  );
}
