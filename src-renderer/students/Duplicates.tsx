import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { FormDialog } from '../components/FormDialog.tsx';
import { sayDone } from '../components/notices.ts';
import { ComparedEntries } from './ComparedEntries.tsx';
import classes from './Duplicates.module.css';
import { chosenName, type DuplicatePair, firstChoice, mergeOf } from './duplicate-choice.ts';
import { PastMerges } from './PastMerges.tsx';
import { nameOf } from './student-card.ts';

/** How many guardians may have been entered twice, one by one; and the merges that can still be taken back. */
export function Duplicates() {
  const may = useMay();
  return (
    <>
      {may('guardians.merge') ? <DuplicatesFound /> : null}
      {may('guardians.separate') ? <PastMerges /> : null}
    </>
  );
}

function DuplicatesFound() {
  const { t } = useTranslation('students');
  const pairs = useQuery('students.duplicateGuardians', {}).data?.pairs ?? [];
  const [open, setOpen] = useState(false);
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const left = pairs.filter((pair) => !passed.has(keyOf(pair)));
  const pair = open ? left[0] : undefined;
  const show = () => {
    setPassed(new Set());
    setOpen(true);
  };
  if (pairs.length === 0) return null;
  return (
    <>
      <Button icon={<IconUsersGroup aria-hidden />} onClick={show}>
        {t('duplicates.button', { count: pairs.length })}
      </Button>
      {pair ? (
        <PairDialog
          key={keyOf(pair)}
          pair={pair}
          left={left.length}
          onPass={() => {
            setPassed(new Set([...passed, keyOf(pair)]));
            if (left.length === 1) setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

function keyOf({ one, other }: DuplicatePair): string {
  return `${one.guardianId} ${other.guardianId}`;
}

interface PairDialogProps {
  pair: DuplicatePair;
  /** How many pairs have not been looked at, this one included. */
  left: number;
  onPass: () => void;
  onClose: () => void;
}

/** Two entries side by side; what is chosen of each becomes one person. */
function PairDialog({ pair, left, onPass, onClose }: PairDialogProps) {
  const { t } = useTranslation('students');
  const merge = useCommand('guardians.merge');
  const [choice, setChoice] = useState(() => firstChoice(pair));
  const onSave = async () => {
    const mergeId = newId();
    const answer = await merge(mergeOf(pair, choice, mergeId));
    if (!answer.ok) return false;
    const sentence = t('duplicates.merged', { name: chosenName(pair, choice) });
    const steps = [undoBy('guardians.separate', { mergeId, guardianId: pair.one.guardianId })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
    return left === 1;
  };
  return (
    <FormDialog
      title={t('duplicates.title', { name: nameOf(pair.one) })}
      save={t('duplicates.merge')}
      summary={t('duplicates.left', { count: left })}
      ready
      onSave={onSave}
      onClose={onClose}
    >
      <p className={classes.wide}>{t(`duplicates.reason.${pair.reason}`)}</p>
      <ComparedEntries pair={pair} choice={choice} onChange={setChoice} />
      <p className={classes.hint}>{t('duplicates.ties')}</p>
      <div className={classes.wide}>
        <Button kind="quiet" onClick={onPass}>
          {t('duplicates.pass')}
        </Button>
      </div>
    </FormDialog>
  );
}
