import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './Duplicates.module.css';

type Merge = OperationResult<'students.guardianMerges'>['merges'][number];

/** A button that leads to the merges of the last weeks, as long as there are any that can be taken back. */
export function PastMerges() {
  const { t } = useTranslation('students');
  const merges = useQuery('students.guardianMerges', {}).data?.merges ?? [];
  const [open, setOpen] = useState(false);
  if (merges.length === 0) return null;
  return (
    <>
      <Button icon={<IconArrowsSplit2 aria-hidden />} onClick={() => setOpen(true)}>
        {t('merges.button', { count: merges.length })}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('merges.title')} width={720}>
        <p className={classes.hint}>{t('merges.hint')}</p>
        <ul className={classes.merges}>
          {merges.map((merge) => (
            <MergeLine key={merge.mergeId} merge={merge} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function MergeLine({ merge }: { merge: Merge }) {
  const { t } = useTranslation('students');
  const format = useFormat();
  const separate = useCommand('guardians.separate');
  const { mergeId, guardianId, name, lostName, at, by, until } = merge;
  const part = async () => {
    const answer = await separate({ mergeId, guardianId });
    if (answer.ok) sayDone(t('merges.parted', { name, lostName }));
  };
  return (
    <li className={classes.merge}>
      <div>
        <b>{name === lostName ? t('merges.same', { name }) : t('merges.of', { name, lostName })}</b>
        <small>{t('merges.when', { at: format.dayAndTime(at), by, until: format.shortDay(until) })}</small>
      </div>
      <Button aria-label={t('merges.partNamed', { name })} onClick={() => void part()}>
        {t('merges.part')}
      </Button>
    </li>
  );
}
