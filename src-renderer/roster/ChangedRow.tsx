import { useTranslation } from 'react-i18next';
import { listedName } from '../../src-shared/roster/listed-name.ts';
import type { FieldChange } from '../../src-shared/roster/preview.ts';
import { ChangeTicks } from './ChangeTicks.tsx';
import classes from './ImportPreview.module.css';

import type { SectionProps } from './section-props.ts';

interface ChangedRowProps extends SectionProps {
  person: { givenName: string; familyName: string; line: number };
  className: string | null;
  changes: readonly FieldChange[];
}

/** A known person with what the file says differently, each change with its own tick. */
export function ChangedRow({ person, className, changes, decisions, onDecide }: ChangedRowProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <div className={classes.line} data-tall>
      <div>
        <b>{listedName(person)}</b> <span className={classes.facts}>{className}</span>
        <ChangeTicks changes={changes} decisions={decisions} onDecide={onDecide} />
      </div>
      <small>{t('roster:report.line', { line: person.line })}</small>
    </div>
  );
}
