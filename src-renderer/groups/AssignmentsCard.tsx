import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useMay } from '../absences/use-may.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag } from '../components/Tag.tsx';
import { AppointTeacher } from './AppointTeacher.tsx';
import { EndDialog } from './EndDialog.tsx';
import classes from './Groups.module.css';
import { useSpanWords } from './use-span-words.ts';

type Assignment = NonNullable<OperationResult<'groups.ofClass'>>['assignments'][number];

interface AssignmentsCardProps {
  classId: string;
  className: string;
  assignments: readonly Assignment[];
}

/** Class teachers, teachers of a subject and substitutes, with their days. */
export function AssignmentsCard({ classId, className, assignments }: AssignmentsCardProps) {
  const { t } = useTranslation('groups');
  const may = useMay();
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<Assignment | null>(null);
  const past = assignments.filter(({ when }) => when === 'past');
  const line = (one: Assignment) => (
    <AssignmentLine key={one.assignmentId} one={one} onEnd={may('classes.relieve') ? setEnding : null} />
  );
  return (
    <Card title={t('responsible')} icon={<IconUserCheck aria-hidden />}>
      {past.length === assignments.length ? <p className={classes.text}>{t('nobodyResponsible')}</p> : null}
      <ul className={classes.rows}>{assignments.filter(({ when }) => when !== 'past').map(line)}</ul>
      {past.length === 0 ? null : (
        <details className={classes.fold}>
          <summary>{t('formerly', { count: past.length })}</summary>
          <ul className={classes.rows}>{past.map(line)}</ul>
        </details>
      )}
      {may('classes.appoint') ? (
        <div className={classes.foot}>
          <Button onClick={() => setAppointing(true)}>{t('appoint.begin')}</Button>
        </div>
      ) : null}
      {appointing ? (
        <AppointTeacher classId={classId} className={className} onClose={() => setAppointing(false)} />
      ) : null}
      {ending ? (
        <EndAssignment classId={classId} className={className} one={ending} onClose={() => setEnding(null)} />
      ) : null}
    </Card>
  );
}

function AssignmentLine({ one, onEnd }: { one: Assignment; onEnd: ((one: Assignment) => void) | null }) {
  const { t } = useTranslation('groups');
  const words = useSpanWords();
  return (
    <li data-quiet={one.when === 'past' || undefined}>
      <span>
        <b>{one.name}</b>
        <Tag tone={one.kind === 'substitute' ? 'wait' : 'plain'}>{t(`assignment.${one.kind}`)}</Tag>
        <small>{words(one)}</small>
      </span>
      {onEnd && one.when !== 'past' ? (
        <Button kind="quiet" onClick={() => onEnd(one)}>
          {t('end.begin')}
        </Button>
      ) : null}
    </li>
  );
}

interface EndAssignmentProps {
  classId: string;
  className: string;
  one: Assignment;
  onClose: () => void;
}

function EndAssignment({ classId, className, one, onClose }: EndAssignmentProps) {
  const { t } = useTranslation('groups');
  const relieve = useCommand('classes.relieve');
  const { assignmentId, staffId, kind, fromDay, untilDay, name } = one;
  return (
    <EndDialog
      title={t('end.assignment', { name, kind: t(`assignment.${kind}`), className })}
      span={one}
      onClose={onClose}
      onEnd={async (on) => {
        const answer = await relieve({ assignmentId, classId, on });
        if (!answer.ok) return false;
        // What had not begun is gone; taking that back appoints anew.
        const step =
          on < fromDay
            ? undoBy('classes.appoint', {
                ...{ assignmentId: newId(), classId, staffId, kind, fromDay, untilDay },
              })
            : undoBy('classes.relieve', { assignmentId, classId, on: untilDay });
        const sentence = t('end.done', { name });
        sayDone(sentence, { steps: [step], said: t('common:takenBack', { sentence }) });
        return true;
      }}
    />
  );
}
