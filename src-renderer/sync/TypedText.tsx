import { useTranslation } from 'react-i18next';
import { isDay } from '../../src-shared/values/day.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './TypedText.module.css';
import { type TypedLine, typedLines, valueKeys } from './typed-lines.ts';

interface TypedTextProps {
  /** The arguments of an entry as JSON. */
  args: string;
  /** Names beside their values, for narrow cards. */
  compact?: boolean;
}

/** What somebody had entered, in plain words. */
export function TypedText({ args, compact = false }: TypedTextProps) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const lines = typedLines(args);
  if (lines.length === 0) return null;
  const write = (line: TypedLine) =>
    t(valueKeys(line), { value: isDay(line.value) ? format.shortDay(line.value) : line.value });
  return (
    <dl className={classes.typed} data-compact={compact || undefined}>
      {lines.map((line) => (
        <div key={`${line.field}${line.value}`}>
          <dt>{t([`fields.${line.field}`, 'fields.other'])}</dt>
          <dd>{write(line)}</dd>
        </div>
      ))}
    </dl>
  );
}
