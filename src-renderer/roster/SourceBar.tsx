import { useTranslation } from 'react-i18next';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { rosterEncodings, rosterSeparators } from '../../src-shared/roster/types.ts';
import { SelectField } from '../components/SelectField.tsx';
import { separatorName } from './roster-words.ts';
import classes from './SourceBar.module.css';
import type { Import } from './use-import.ts';

const encodings = rosterEncodings.filter((encoding) => encoding !== 'mixed');

/** What was read and how; letters that look wrong are put right by choosing another encoding. */
export function SourceBar({ work, preview }: { work: Import; preview: RosterPreview }) {
  const { t } = useTranslation('roster-screen');
  const { reading, readAgain } = work;
  return (
    <div className={classes.bar}>
      <ul className={classes.sources}>
        {preview.sources.map((source) => (
          <li key={source.file}>
            <b>{source.file}</b>{' '}
            {source.encoding === null || source.separator === null
              ? t('workbook', { format: t(`roster:format.${source.format}`) })
              : t('source', {
                  format: t(`roster:format.${source.format}`),
                  encoding: t(`roster:encoding.${source.encoding}`),
                  separator: separatorName(source.separator, t),
                })}
            {' · '}
            {t('rows', { count: source.students + source.guardians })}
          </li>
        ))}
      </ul>
      <SelectField
        label={t('encoding')}
        labelHidden
        marked={reading.encoding !== null}
        value={reading.encoding ?? ''}
        options={[
          { value: '', label: t('guessEncoding') },
          ...encodings.map((value) => ({ value, label: t(`roster:encoding.${value}`) })),
        ]}
        onChange={(value) => void readAgain({ ...reading, encoding: value === '' ? null : value })}
      />
      <SelectField
        label={t('separator')}
        labelHidden
        marked={reading.separator !== null}
        value={reading.separator ?? ''}
        options={[
          { value: '', label: t('guessSeparator') },
          ...rosterSeparators.map((value) => ({ value, label: separatorName(value, t) })),
        ]}
        onChange={(value) => void readAgain({ ...reading, separator: value === '' ? null : value })}
      />
    </div>
  );
}
