import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { Button } from '../components/Button.tsx';
import { Tag, type TagTone } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './School.module.css';

type Preview = OperationResult<'calendar.preview'>;

const tones: Record<Preview['periods'][number]['standing'], TagTone> = {
  new: 'done',
  moved: 'wait',
  known: 'plain',
};

interface HolidayPreviewProps {
  preview: Preview;
  onTake: () => void;
  onCancel: () => void;
}

/** What the file would change, and the lines that can't be taken. */
export function HolidayPreview({ preview, onTake, onCancel }: HolidayPreviewProps) {
  const { t } = useTranslation('school');
  const format = useFormat();
  const count = preview.periods.filter(({ standing }) => standing !== 'known').length;
  return (
    <section className={classes.preview} aria-label={t('file.preview')}>
      <ul className={classes.periods}>
        {preview.periods.map(({ name, fromDay, untilDay, standing }) => (
          <li key={`${name} ${fromDay}`}>
            <b>{name}</b>
            <span>{t('file.range', { from: format.fullDay(fromDay), until: format.fullDay(untilDay) })}</span>
            <Tag tone={tones[standing]}>{t(`file.standing.${standing}`)}</Tag>
          </li>
        ))}
      </ul>
      {preview.problems.length > 0 ? (
        <ul className={classes.problems} aria-label={t('file.problems')}>
          {preview.problems.map(({ code, line, value }) => (
            <li key={`${line} ${code}`}>
              {line === null ? null : <b>{t('file.line', { line })}</b>}
              <span>{t(`file.problem.${code}`, { value })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {count === 0 && preview.periods.length > 0 ? <p role="status">{t('file.nothing')}</p> : null}
      <div className={classes.buttons}>
        {count > 0 ? (
          <Button kind="primary" onClick={onTake}>
            {t('file.take', { count })}
          </Button>
        ) : null}
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}
