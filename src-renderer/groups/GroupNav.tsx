import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { groupKinds } from '../../src-shared/groups/words.ts';
import { hashOf, useRoute } from '../app/routes.ts';
import classes from './Groups.module.css';

type Listed = OperationResult<'groups.list'>;
type ClassLine = Listed['classes'][number];
type GroupLine = Listed['groups'][number];

/** Classes by year, then groups by kind; what is over is folded away. Arrows move between the lines. */
export function GroupNav({ list, open }: { list: Listed; open: string | null }) {
  const { t } = useTranslation('groups');
  const years = [...new Set(list.classes.map(({ gradeLevel }) => gradeLevel))].sort((a, b) => a - b);
  const going = list.groups.filter(({ when }) => when !== 'past');
  const past = list.groups.filter(({ when }) => when === 'past');
  return (
    <nav className={classes.nav} aria-label={t('title')} onKeyDown={moveByArrows}>
      {years.map((year) => (
        <Section key={year} title={t('year', { year })} count={studentsOf(list.classes, year)}>
          {list.classes
            .filter(({ gradeLevel }) => gradeLevel === year)
            .map((line) => (
              <ClassLink key={line.classId} line={line} open={line.classId === open} />
            ))}
        </Section>
      ))}
      {groupKinds.map((kind) => {
        const groups = going.filter((group) => group.kind === kind);
        return groups.length === 0 ? null : (
          <Section key={kind} title={t(`kinds.${kind}`)}>
            {groups.map((line) => (
              <GroupLink key={line.groupId} line={line} open={line.groupId === open} />
            ))}
          </Section>
        );
      })}
      {past.length === 0 ? null : (
        <details className={classes.past} open={past.some(({ groupId }) => groupId === open) || undefined}>
          <summary>{t('past', { count: past.length })}</summary>
          <ul>
            {past.map((line) => (
              <GroupLink key={line.groupId} line={line} open={line.groupId === open} />
            ))}
          </ul>
        </details>
      )}
    </nav>
  );
}

function studentsOf(all: readonly ClassLine[], year: number): number {
  return all.filter((one) => one.gradeLevel === year).reduce((sum, { students }) => sum + students, 0);
}

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  return (
    <section>
      <h2>
        {title}
        {count === undefined ? null : <span>{count}</span>}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}

function ClassLink({ line, open }: { line: ClassLine; open: boolean }) {
  const { t } = useTranslation('groups');
  const teachers = line.teachers.join(', ') || t('noTeacher');
  const hint =
    line.substitutes.length > 0 ? t('withSubstitute', { name: line.substitutes.join(', ') }) : null;
  return (
    <Line
      params={{ class: line.classId }}
      open={open}
      name={line.name}
      hint={[teachers, hint].filter(Boolean).join(' · ')}
      count={line.students}
    />
  );
}

function GroupLink({ line, open }: { line: GroupLine; open: boolean }) {
  const { t } = useTranslation('groups');
  const hint = line.when === 'future' ? t('notYet') : line.leads.join(', ');
  return (
    <Line params={{ group: line.groupId }} open={open} name={line.name} hint={hint} count={line.members} />
  );
}

interface LineProps {
  params: Record<string, string>;
  open: boolean;
  name: string;
  hint: string;
  count: number | null;
}

function Line({ params, open, name, hint, count }: LineProps) {
  const go = useRoute((state) => state.go);
  return (
    <li>
      <a
        href={hashOf({ screen: 'groups', params })}
        aria-current={open ? 'true' : undefined}
        onClick={(event) => {
          event.preventDefault();
          go('groups', params);
        }}
      >
        <b>{name}</b>
        <small>{hint}</small>
        {count === null ? null : <span>{count}</span>}
      </a>
    </li>
  );
}

/** Up and down go from line to line, over the headings. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(document.activeElement as HTMLElement); // an element that is no link is not found
  links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  event.preventDefault();
}
