import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { rangeWords } from '../absences/absence-words.ts';
import { useMay } from '../absences/use-may.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { IconButton } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag, type TagTone } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';

type Period = OperationResult<'calendar.list'>['years'][number]['periods'][number];

const tones: Record<Period['kind'], TagTone> = {
  schoolHoliday: 'done',
  movableHoliday: 'fact',
  closure: 'wait',
  publicHoliday: 'plain',
};

/** One free period with its kind and length; striking it can be taken back. */
export function PeriodRow({ period }: { period: Period }) {
  const { t } = useTranslation('school');
  const { t: ofAbsences } = useTranslation('absences');
  const format = useFormat();
  const may = useMay();
  const strike = useCommand('calendar.strike');
  const { periodId, kind, name, fromDay, untilDay, schoolDays } = period;
  const onStrike = async () => {
    const answer = await strike({ periodId });
    if (!answer.ok) return;
    // A new id: the struck one has gone for good.
    const sentence = t('calendar.struck', { name });
    const steps = [undoBy('calendar.enter', { periodId: newId(), kind, name, fromDay, untilDay })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
  };
  return (
    <li>
      <b>{name}</b>
      <span>{rangeWords(period, format.shortDay, ofAbsences)}</span>
      <small>{t('calendar.schoolDays', { count: schoolDays })}</small>
      <Tag tone={tones[kind]}>{t(`kinds.${kind}`)}</Tag>
      {may('calendar.strike') ? (
        <IconButton
          label={t('calendar.strike', { name })}
          icon={<IconTrash aria-hidden />}
          onClick={() => void onStrike()}
        />
      ) : null}
    </li>
  );
}
