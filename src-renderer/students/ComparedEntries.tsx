import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../components/SelectField.tsx';
import classes from './Duplicates.module.css';
import {
  type ComparedPart,
  comparedParts,
  type DuplicateChoice,
  type DuplicatePair,
  differs,
  type Side,
} from './duplicate-choice.ts';

interface ComparedEntriesProps {
  pair: DuplicatePair;
  choice: DuplicateChoice;
  onChange: (choice: DuplicateChoice) => void;
}

const sides = ['one', 'other'] as const;

/** Two entries of one person side by side: where they differ, one of the two is chosen. */
export function ComparedEntries({ pair, choice, onChange }: ComparedEntriesProps) {
  const { t } = useTranslation('students');
  const choose = (part: ComparedPart, side: Side) =>
    onChange({ ...choice, parts: { ...choice.parts, [part]: side } });
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {sides.map((side) => (
              <th key={side} scope="col">
                {t(`duplicates.${side}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('duplicates.children')}</th>
            {sides.map((side) => (
              <Lines key={side} lines={pair[side].students} />
            ))}
          </tr>
          {comparedParts.map((part) => (
            <PartRow key={part} pair={pair} part={part} chosen={choice.parts[part]} onChoose={choose} />
          ))}
          <tr>
            <th scope="row">{t('duplicates.contacts')}</th>
            {sides.map((side) => (
              <Lines key={side} lines={pair[side].contacts} />
            ))}
          </tr>
        </tbody>
      </table>
      <KeptContacts pair={pair} choice={choice} onChange={onChange} />
    </>
  );
}

/** Whose numbers stay, where the two entries do not have the same. */
function KeptContacts({ pair, choice, onChange }: ComparedEntriesProps) {
  const { t } = useTranslation('students');
  if (pair.one.contacts.join('\n') === pair.other.contacts.join('\n')) return null;
  return (
    <div className={classes.wide}>
      <SelectField
        label={t('duplicates.keep')}
        value={choice.contacts}
        options={(['both', 'kept', 'lost'] as const).map((value) => ({
          value,
          label: t(`duplicates.contactsOf.${value}`),
        }))}
        onChange={(contacts) => onChange({ ...choice, contacts })}
      />
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <td>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {lines.length === 0 ? '–' : null}
    </td>
  );
}

interface PartRowProps {
  pair: DuplicatePair;
  part: ComparedPart;
  chosen: Side;
  onChoose: (part: ComparedPart, side: Side) => void;
}

function PartRow({ pair, part, chosen, onChoose }: PartRowProps) {
  const { t } = useTranslation('students');
  const group = useId();
  const words = (side: Side) => {
    const value = pair[side][part];
    if (!value) return '–';
    return part === 'language' ? t(`languages.${value}`) : value;
  };
  return (
    <tr>
      <th scope="row">{t(`duplicates.parts.${part}`)}</th>
      {differs(pair, part) ? (
        sides.map((side) => (
          <td key={side}>
            <label className={classes.choice}>
              <input
                type="radio"
                name={group}
                aria-label={`${t(`duplicates.parts.${part}`)}: ${words(side)}`}
                checked={chosen === side}
                onChange={() => onChoose(part, side)}
              />
              {words(side)}
            </label>
          </td>
        ))
      ) : (
        <td colSpan={2}>{words('one')}</td>
      )}
    </tr>
  );
}
