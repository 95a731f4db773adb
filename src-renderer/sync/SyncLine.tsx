import { Popover, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import classes from './SyncLine.module.css';
import { SyncPanel } from './SyncPanel.tsx';
import { type SyncSentence, syncSentences } from './sync-sentence.ts';

/** The quiet line below the rail: how this desk stands with the server. Offline is normal and never red. */
export function SyncLine() {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const { firstSync } = useSession();
  const [open, setOpen] = useState(false);
  const { data: state } = useQuery('sync.state', {});
  if (!state) return null;
  const write = ({ key, at, count, done, total }: SyncSentence) =>
    t(key, {
      count,
      time: at ? format.time(at) : '',
      done: done === undefined ? '' : format.number(done),
      total: total === undefined ? '' : format.number(total),
    });
  const sentences = syncSentences(state, firstSync);
  return (
    <Popover position="right-end" width={380} opened={open} onChange={setOpen} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.line} title={t('line')} onClick={() => setOpen((shown) => !shown)}>
          <span className={classes.dot} data-tone={sentences[0]?.tone} aria-hidden="true" />
          <span className={classes.text}>
            {sentences.map((sentence) => (
              <span key={sentence.key} data-tone={sentence.tone}>
                {write(sentence)}
              </span>
            ))}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {open ? <SyncPanel state={state} onLeave={() => setOpen(false)} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
