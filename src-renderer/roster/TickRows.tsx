import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { listedName } from '../../src-shared/roster/listed-name.ts';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { Tag } from '../components/Tag.tsx';
import { readablePhone } from '../format/phone.ts';
import { useFormat } from '../format/use-format.ts';
import { isTicked, type Tickable, withTicks } from './decisions.ts';
import classes from './ImportPreview.module.css';

import type { SectionProps } from './section-props.ts';
import { TickBox } from './TickBox.tsx';

interface RowProps<Key extends keyof RosterPreview> extends SectionProps {
  row: RosterPreview[Key] extends readonly (infer Row)[] ? Row : never;
}

interface LineProps extends SectionProps {
  item: Tickable;
  name: string;
  /** Behind the name: what is known. */
  facts: readonly (string | null | undefined)[];
  /** Below: what is to be thought of. */
  children?: ReactNode;
  line?: number;
}

/** A line with a tick, a name and what is known. */
function Line({ item, name, facts, line, children, decisions, onDecide }: LineProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <div className={classes.line}>
      <TickBox
        checked={isTicked(item, decisions)}
        onChange={(checked) => onDecide((before) => withTicks(before, [item], checked))}
      >
        <b>{name}</b> <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
        {children}
      </TickBox>
      {line === undefined ? null : <small>{t('roster:report.line', { line })}</small>}
    </div>
  );
}

/** A child the school does not know yet. */
export function NewStudentRow({ row, ...props }: RowProps<'newStudents'>) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  const born = row.birthDate === null ? null : t('born', { day: format.fullDay(row.birthDate) });
  const facts = [row.className ?? t('roster:report.noClass'), born, row.importKey];
  return <Line item={row} name={listedName(row)} facts={facts} line={row.line} {...props} />;
}

/** A child that changes class. */
export function MovedRow({ row, ...props }: RowProps<'movedStudents'>) {
  const { t } = useTranslation('roster-screen');
  const before = row.before ?? t('roster:report.noClass');
  return (
    <Line item={row} name={listedName(row)} facts={[`${before} → ${row.after}`]} line={row.line} {...props} />
  );
}

/** A child that had left and is in the file again. */
export function ReturnedRow({ row, ...props }: RowProps<'returnedStudents'>) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  const facts = [row.className, t('roster:report.leftOn', { day: format.fullDay(row.leftOn) })];
  return <Line item={row} name={listedName(row)} facts={facts} line={row.line} {...props} />;
}

/** A child of the school that is not in the file. Nobody is signed off unless somebody ticks it. */
export function LeftRow({ row, ...props }: RowProps<'leftStudents'>) {
  const { t } = useTranslation('roster-screen');
  return (
    <Line item={row} name={listedName(row)} facts={[row.className ?? t('roster:report.noClass')]} {...props}>
      {row.classInFile ? null : (
        <>
          {' '}
          <Tag tone="wait">{t('classNotInFile')}</Tag>
        </>
      )}
    </Line>
  );
}

/** A guardian the school does not know yet. */
export function NewGuardianRow({ row, ...props }: RowProps<'newGuardians'>) {
  const place = [row.street, [row.postalCode, row.city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const contacts = [...row.phones.map(({ value }) => readablePhone(value)), ...row.emails].join(' · ');
  return (
    <Line item={row} name={listedName(row)} facts={[place]} line={row.line} {...props}>
      {contacts === '' ? null : <small>{contacts}</small>}
    </Line>
  );
}

/** A tie between a child and a guardian. */
export function LinkRow({ row, ...props }: RowProps<'newGuardianships'>) {
  const { t } = useTranslation('roster-screen');
  const relation = row.relation === null ? null : t(`words:relations.${row.relation}`);
  return (
    <Line item={row} name={row.studentName} facts={[row.guardianName, relation]} line={row.line} {...props} />
  );
}
