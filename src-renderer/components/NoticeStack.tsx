import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureSentence } from '../client/failure-sentence.ts';
import { Button, IconButton } from './Button.tsx';
import classes from './NoticeStack.module.css';
import { type Notice, useNotices } from './notices.ts';
import { useUndo } from './use-undo.ts';

/** Long enough to read and to take back (Ctrl+Z brings it again); a problem stays until it is closed. */
const SHOWN_MS = 9_000;

/** The sentences at the foot of the window, newest last. Read aloud when they come. */
export function NoticeStack() {
  const list = useNotices((state) => state.list);
  const lastDone = useNotices((state) => state.lastDone);
  const undo = useUndo();
  return (
    <div className={classes.stack} aria-live="polite">
      {list.map((notice) => (
        <NoticeLine
          key={notice.id}
          notice={notice}
          hasKey={notice.id === lastDone?.id}
          onUndo={() => undo(notice)}
        />
      ))}
    </div>
  );
}

interface NoticeLineProps {
  notice: Notice;
  /** It is what Ctrl+Z takes back. */
  hasKey: boolean;
  onUndo: () => void;
}

function NoticeLine({ notice, hasKey, onUndo }: NoticeLineProps) {
  const { t } = useTranslation('common');
  const remove = useNotices((state) => state.remove);
  const [held, setHeld] = useState(false);
  const stays = held || notice.tone === 'problem';
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => remove(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [stays, notice.id, remove]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the sentence from going away
    <div
      className={classes.notice}
      data-tone={notice.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notice.tone === 'done' ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      <p>{notice.failure ? failureSentence(notice.failure) : notice.text}</p>
      {notice.undo ? (
        <Button kind="quiet" {...(hasKey ? { shortcut: 'undo' as const } : {})} onClick={onUndo}>
          {t('undo')}
        </Button>
      ) : null}
      <IconButton label={t('close')} icon={<IconX />} onClick={() => remove(notice.id)} />
    </div>
  );
}
