import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { holdsStudents } from '../../src-shared/groups/words.ts';
import { useMay } from '../absences/use-may.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Tag } from '../components/Tag.tsx';
import { OutputMenu } from '../components/table/OutputMenu.tsx';
import { AdmitDialog } from './AdmitDialog.tsx';
import { DismissDialog } from './DismissDialog.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import classes from './Groups.module.css';
import { InheritorsCard } from './InheritorsCard.tsx';
import { LeadsCard } from './LeadsCard.tsx';
import { MemberTable } from './MemberTable.tsx';
import { type MemberRow, memberRows } from './member-rows.ts';
import { type MemberShape, useMemberColumns } from './use-member-columns.tsx';
import { useRuleWords } from './use-rule-words.ts';
import { useSpanWords } from './use-span-words.ts';
import { ViewersCard } from './ViewersCard.tsx';

type Group = NonNullable<OperationResult<'groups.detail'>>;

/** A group: who is in it and since when, who leads it, who sees what through it. */
export function GroupPage({ groupId }: { groupId: string }) {
  const { t } = useTranslation('groups');
  const { data } = useQuery('groups.detail', { groupId });
  if (data === null) return <EmptyState title={t('unknown')} />;
  return data ? <Known group={data} /> : <div />;
}

function Known({ group }: { group: Group }) {
  const columns = useMemberColumns(shapeOf(group));
  const rows = memberRows(group);
  return (
    <article className={classes.page} aria-label={group.name}>
      <GroupHead
        group={group}
        count={rows.filter(({ when }) => when === 'current').length}
        output={<OutputMenu name={group.name} columns={columns} rows={rows} />}
      />
      <div className={classes.cards}>
        <MembersCard group={group} rows={rows} />
        <div className={classes.side}>
          <LeadsCard group={group} />
          {holdsStudents(group.kind) ? <ViewersCard viewers={group.viewers} of="group" /> : null}
          <InheritorsCard inheritors={group.inheritors} />
        </div>
      </div>
    </article>
  );
}

function shapeOf({ kind, rule }: Group): MemberShape {
  if (kind === 'committee' || kind === 'staff') return kind;
  return rule ? 'rule' : 'list';
}

interface GroupHeadProps {
  group: Group;
  count: number;
  output: ReactNode;
}

function GroupHead({ group, count, output }: GroupHeadProps) {
  const { t } = useTranslation('groups');
  const may = useMay();
  const spanWords = useSpanWords();
  const ruleWords = useRuleWords();
  const [correcting, setCorrecting] = useState(false);
  return (
    <header className={classes.head}>
      <h2>{group.name}</h2>
      <Tag>{t(`kind.${group.kind}`)}</Tag>
      {group.when === 'current' ? null : (
        <Tag tone={group.when === 'past' ? 'wait' : 'fact'}>{t(`groupWhen.${group.when}`)}</Tag>
      )}
      <p>
        {t('members', { count })} · {spanWords(group)}
      </p>
      <div className={classes.actions}>
        {output}
        {may('groups.correct') ? (
          <Button onClick={() => setCorrecting(true)}>{t('correct.begin')}</Button>
        ) : null}
      </div>
      {group.rule ? <p className={classes.note}>{t('rule.is', { rule: ruleWords(group.rule) })}</p> : null}
      {group.note ? <p className={classes.note}>{group.note}</p> : null}
      {group.complete ? null : <p className={classes.note}>{t('notAll')}</p>}
      {correcting ? <GroupDialog group={group} onClose={() => setCorrecting(false)} /> : null}
    </header>
  );
}

function MembersCard({ group, rows }: { group: Group; rows: readonly MemberRow[] }) {
  const { t } = useTranslation('groups');
  const may = useMay();
  const columns = useMemberColumns(shapeOf(group));
  const [admitting, setAdmitting] = useState(false);
  const [open, setOpen] = useState<MemberRow | null>(null);
  const byHand = group.rule === null && group.when !== 'past';
  const mayAdmit = holdsStudents(group.kind) ? may('groups.admitStudents') : may('groups.admitStaff');
  const change = byHand && mayAdmit && group.complete;
  return (
    <Card
      title={t('whoIsIn')}
      aside={change ? <Button onClick={() => setAdmitting(true)}>{t('admit.begin')}</Button> : undefined}
    >
      <MemberTable
        name={shapeOf(group)}
        label={t('whoIsIn')}
        columns={columns}
        rows={rows}
        {...(change ? { onOpen: setOpen } : {})}
      />
      {admitting ? <AdmitDialog group={group} onClose={() => setAdmitting(false)} /> : null}
      {open?.span ? <DismissDialog group={group} member={open} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}
