import { useTranslation } from 'react-i18next';
import {
  type ColumnMapping,
  guardianFields,
  type MappedField,
  studentFields,
  type UnknownList,
} from '../../src-shared/roster/mapping.ts';
import { SelectField } from '../components/SelectField.tsx';
import classes from './MapColumns.module.css';
import { withField } from './mapping-state.ts';

const fieldsOf: Readonly<Record<ColumnMapping['kind'], readonly MappedField[]>> = {
  students: studentFields,
  guardians: guardianFields,
};

interface ColumnTableProps {
  list: UnknownList;
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
}

/** One row per column of the list: its heading, the first values below it, and what it holds. */
export function ColumnTable({ list, mapping, onChange }: ColumnTableProps) {
  const { t } = useTranslation('roster-screen');
  const [first = []] = list.rows;
  const body = mapping.hasHeading ? list.rows.slice(1) : list.rows;
  return (
    <div className={classes.scroll}>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">{t('map.column')}</th>
            <th scope="col">{t('map.examples')}</th>
            <th scope="col">{t('map.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.fields.map((field, index) => {
            const heading = mapping.hasHeading ? first[index] : '';
            const name = heading || t('map.numbered', { number: index + 1 });
            const values = body.map((row) => row[index] ?? '').filter((value) => value !== '');
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <tr key={index} data-named={field !== null || undefined}>
                <th scope="row">{name}</th>
                <td className={classes.examples}>{values.slice(0, 3).join(' · ')}</td>
                <td>
                  <SelectField
                    label={t('map.holdsOf', { column: name })}
                    labelHidden
                    marked={field !== null}
                    value={field ?? ''}
                    options={[
                      { value: '', label: t('map.nothing') },
                      ...fieldsOf[mapping.kind].map((value) => ({ value, label: t(`map.field.${value}`) })),
                    ]}
                    onChange={(value) => onChange(withField(mapping, index, value === '' ? null : value))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
