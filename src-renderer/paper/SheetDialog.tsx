import { IconDeviceFloppy, IconExternalLink, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SheetKind } from '../../src-shared/paper/contract.ts';
import { failureSentence } from '../client/failure-sentence.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { say } from '../components/notices.ts';
import { type HostFile, useHost } from '../host/host-services.ts';
import classes from './Paper.module.css';
import { SheetPreview } from './SheetPreview.tsx';
import { useSheet } from './use-sheet.ts';
import { useSheetUrl } from './use-sheet-url.ts';

/** A sheet to look at before it is printed or saved. */
export function SheetDialog({ sheet, onClose }: { sheet: SheetKind; onClose: () => void }) {
  const { t } = useTranslation('paper-screen');
  const [state, again] = useSheet(sheet);
  const file = state.kind === 'made' ? state.file : null;
  const url = useSheetUrl(file);
  return (
    <Dialog
      open
      onClose={onClose}
      width={820}
      title={t(`sheets.${sheet}`)}
      footer={file ? <Footer file={file} url={url} onClose={onClose} /> : undefined}
    >
      {state.kind === 'making' ? <p className={classes.making}>{t('making')}</p> : null}
      {state.kind === 'failed' ? (
        <EmptyState title={t('failedTitle')} action={<Button onClick={again}>{t('again')}</Button>}>
          {failureSentence(state.failure)}
        </EmptyState>
      ) : null}
      {state.kind === 'made' ? (
        <SheetPreview
          url={url}
          fileName={state.file.fileName}
          pages={state.pages}
          hint={t(`hints.${sheet}`)}
        />
      ) : null}
    </Dialog>
  );
}

function Footer({ file, url, onClose }: { file: HostFile; url: string | null; onClose: () => void }) {
  const { t } = useTranslation('paper-screen');
  const host = useHost();
  const print = async () => {
    if (await host.print(file)) onClose();
    else say(t('printFailed'));
  };
  const save = () => {
    host.saveFile(file);
    say(t('saved', { file: file.fileName }));
  };
  return (
    <div className={classes.buttons}>
      {host.supports.print ? (
        <Button kind="primary" icon={<IconPrinter aria-hidden />} autoFocus onClick={() => void print()}>
          {t('printNow')}
        </Button>
      ) : null}
      {host.supports.saveFile ? (
        <Button icon={<IconDeviceFloppy aria-hidden />} onClick={save}>
          {t('save')}
        </Button>
      ) : null}
      {host.supports.openLink && url !== null ? (
        <Button icon={<IconExternalLink aria-hidden />} onClick={() => host.openLink(url)}>
          {t('open')}
        </Button>
      ) : null}
    </div>
  );
}
