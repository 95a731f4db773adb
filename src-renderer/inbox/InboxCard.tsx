import { IconInbox } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useDesk } from '../desk/desk-store.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { HandoverRow } from './HandoverRow.tsx';
import classes from './InboxCard.module.css';
import {
  currentIndex,
  type InboxItem,
  type InboxMessage,
  type InboxReport,
  inboxItems,
  stepTo,
} from './inbox-items.ts';
import { useInbox } from './inbox-store.ts';
import { MessageRow } from './MessageRow.tsx';
import { ReportRow } from './ReportRow.tsx';

interface InboxCardProps {
  reports: readonly InboxReport[];
  messages: readonly InboxMessage[];
  /** Nothing there: no card. */
  hideEmpty?: boolean;
}

/**
 * What came in by itself and waits for the office: reports of the portal, messages of the answering machine,
 * and what was handed over because its author may not see the child any more.
 */
export function InboxCard({ reports, messages, hideEmpty = false }: InboxCardProps) {
  const { t } = useTranslation('inbox');
  const { data } = useQuery('handovers.waiting', {});
  const items = inboxItems(reports, messages, data?.handovers ?? []);
  if (hideEmpty && items.length === 0) return null;
  return (
    <Card title={t('title')} icon={<IconInbox aria-hidden />} aside={items.length}>
      {items.length === 0 ? <EmptyState small title={t('empty')} /> : <InboxList items={items} />}
      <div className={classes.foot}>
        <Button kind="quiet" onClick={() => useDesk.getState().show({ channel: 'answeringMachine' })}>
          {t('listen')}
        </Button>
      </div>
    </Card>
  );
}

function InboxList({ items }: { items: readonly InboxItem[] }) {
  const { t } = useTranslation('inbox');
  const { current, wantedStudent, choose } = useInbox();
  const list = useRef<HTMLUListElement>(null);
  const at = currentIndex(items, current, wantedStudent);
  const wanted = wantedStudent === null ? undefined : items[at]?.id;
  useEffect(() => {
    if (wanted === undefined) return;
    list.current?.querySelector<HTMLElement>('[data-current]')?.focus();
    choose(wanted);
  }, [wanted, choose]);
  const move = (by: 1 | -1) => {
    choose(stepTo(items, at, by));
    list.current?.querySelectorAll('li')[at + by]?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('inboxNext', () => move(1));
  useShortcut('inboxPrevious', () => move(-1));
  return (
    <ul ref={list} className={classes.list} aria-label={t('title')}>
      {items.map((item, index) => (
        <InboxRow key={item.id} item={item} isCurrent={index === at} onChoose={() => choose(item.id)} />
      ))}
    </ul>
  );
}

function InboxRow({ item, ...row }: { item: InboxItem; isCurrent: boolean; onChoose: () => void }) {
  switch (item.kind) {
    case 'report':
      return <ReportRow report={item.report} {...row} />;
    case 'message':
      return <MessageRow message={item.message} {...row} />;
    case 'handover':
      return <HandoverRow handover={item.handover} {...row} />;
  }
}
