import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Paper.module.css';

interface SheetPreviewProps {
  url: string | null;
  fileName: string;
  pages: number;
  hint: string;
}

/** The pages themselves where the window can draw a PDF; else what the sheet is, with its length and name. */
export function SheetPreview({ url, fileName, pages, hint }: SheetPreviewProps) {
  const { t } = useTranslation('paper-screen');
  const facts = `${t('pages', { count: pages })} · ${fileName}`;
  return (
    <div className={classes.preview}>
      {url !== null && navigator.pdfViewerEnabled ? (
        <iframe
          className={classes.pages}
          src={`${url}#toolbar=0&navpanes=0`}
          title={t('previewOf', { name: fileName })}
        />
      ) : (
        <div className={classes.sheet}>
          <IconFileText aria-hidden />
          <p>{fileName}</p>
        </div>
      )}
      <p className={classes.facts}>
        {facts}
        <small>{hint}</small>
      </p>
    </div>
  );
}
