import { useTranslation } from 'react-i18next';
import type { ClassMove, FieldChange } from '../../src-shared/roster/preview.ts';
import { isDay } from '../../src-shared/values/day.ts';
import { useFormat } from '../format/use-format.ts';
import { isTicked, withTicks } from './decisions.ts';
import classes from './ImportPreview.module.css';
import type { SectionProps } from './section-props.ts';
import { TickBox } from './TickBox.tsx';

interface ChangeTicksProps extends Pick<SectionProps, 'decisions' | 'onDecide'> {
  changes: readonly FieldChange[];
  moved?: ClassMove | null;
}

/** Before → after, field by field. What is not suggested looks doubtful and says so. */
export function ChangeTicks({ changes, moved = null, decisions, onDecide }: ChangeTicksProps) {
  const { t } = useTranslation('roster-screen');
  const all = [
    ...changes.map((change) => ({ ...change, title: t(`roster:field.${change.field}`) })),
    ...(moved ? [{ ...moved, title: t('classField') }] : []),
  ];
  return (
    <ul className={classes.changes}>
      {all.map((change) => (
        <li key={change.ref}>
          <TickBox
            checked={isTicked(change, decisions)}
            onChange={(checked) => onDecide((before) => withTicks(before, [change], checked))}
          >
            {change.title}: <Value of={change.before} /> → <b>{<Value of={change.after} />}</b>
            {change.suggested ? null : (
              <small className={classes.doubt}>{t('roster:report.notSuggested')}</small>
            )}
          </TickBox>
        </li>
      ))}
    </ul>
  );
}

function Value({ of }: { of: string | null }) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  if (of === null || of === '') return <i>{t('roster:report.empty')}</i>;
  return isDay(of) ? format.fullDay(of) : of;
}
