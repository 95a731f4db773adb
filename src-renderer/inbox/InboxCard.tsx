import { IconInbox } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './InboxCard.module.css';
import { currentIndex, type InboxItem, inboxItems, stepTo } from './inbox-items.ts';
import { useInbox } from './inbox-store.ts';
import { MessageRow } from './MessageRow.tsx';
import { ReportRow } from './ReportRow.tsx';

/** What came in by itself and waits for the office: reports of the portal, messages of the answering machine. */
export function InboxCard({ today }: { today: OperationResult<'today.office'> }) {
  const { t } = useTranslation('inbox');
  const items = inboxItems(today.reports, today.messages);
  return (
    <Card title={t('title')} icon={<IconInbox aria-hidden />} aside={items.length}>
      {items.length === 0 ? <EmptyState small title={t('empty')} /> : <InboxList items={items} />}
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
      {items.map((item, index) => {
        const shared = { isCurrent: index === at, onChoose: () => choose(item.id) };
        return item.kind === 'report' ? (
          <ReportRow key={item.id} report={item.report} {...shared} />
        ) : (
          <MessageRow key={item.id} message={item.message} {...shared} />
        );
      })}
    </ul>
  );
}
