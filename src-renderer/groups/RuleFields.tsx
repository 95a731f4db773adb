import { useTranslation } from 'react-i18next';
import type { GroupRule } from '../../src-shared/groups/rule.ts';
import { useLatest } from '../client/use-latest.ts';
import { useQuery } from '../client/use-query.ts';
import { SelectField } from '../components/SelectField.tsx';
import classes from './Groups.module.css';
import { useRuleWords } from './use-rule-words.ts';

interface RuleFieldsProps {
  rule: GroupRule | null;
  onChange: (rule: GroupRule | null) => void;
}

const ways = ['list', 'rule'] as const;

/** Whether members are entered by hand or told by a rule, and the rule in plain words with its count. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const { t } = useTranslation('groups');
  const all = useQuery('groups.list', {}).data?.classes ?? [];
  const years = [...new Set(all.map(({ gradeLevel }) => gradeLevel))].sort((a, b) => a - b);
  return (
    <>
      <SelectField
        label={t('rule.way')}
        value={rule === null ? 'list' : 'rule'}
        options={ways.map((value) => ({ value, label: t(`rule.ways.${value}`) }))}
        onChange={(way) => onChange(way === 'list' ? null : {})}
      />
      {rule === null ? null : (
        <>
          <Checks
            legend={t('rule.yearsLegend')}
            options={years.map((year) => ({ value: year, label: String(year) }))}
            chosen={rule.gradeLevels ?? []}
            onChange={(gradeLevels) => onChange(withList(rule, 'gradeLevels', gradeLevels))}
          />
          <Checks
            legend={t('rule.classesLegend')}
            options={all.map(({ classId, name }) => ({ value: classId, label: name }))}
            chosen={rule.classIds ?? []}
            onChange={(classIds) => onChange(withList(rule, 'classIds', classIds))}
          />
          <Checks
            legend={t('rule.onlyLegend')}
            options={(['allDayCare', 'lunch'] as const).map((value) => ({
              value,
              label: t(`rule.${value}`),
            }))}
            chosen={(['allDayCare', 'lunch'] as const).filter((key) => rule[key])}
            onChange={(keys) => onChange(withFlags(rule, keys))}
          />
          <RuleCount rule={rule} />
        </>
      )}
    </>
  );
}

interface ChecksProps<Value extends string | number> {
  legend: string;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

function Checks<Value extends string | number>({ legend, options, chosen, onChange }: ChecksProps<Value>) {
  return (
    <fieldset className={classes.checks}>
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** "Jahrgang 3 und 4, mit Ganztag: 61 Kinder", while it is put together. */
function RuleCount({ rule }: { rule: GroupRule }) {
  const { t } = useTranslation('groups');
  const words = useRuleWords();
  const told = Object.keys(rule).length > 0;
  const { data } = useQuery('groups.countRule', told ? { rule } : null);
  const count = useLatest(data, told)?.students;
  return (
    <p aria-live="polite">
      {told && count !== undefined ? t('rule.count', { rule: words(rule), count }) : t('rule.empty')}
    </p>
  );
}

function withList(rule: GroupRule, key: 'gradeLevels' | 'classIds', list: number[] | string[]): GroupRule {
  const { [key]: _before, ...rest } = rule;
  return list.length === 0 ? rest : { ...rest, [key]: list };
}

function withFlags({ allDayCare: _, lunch: __, ...rest }: GroupRule, keys: readonly string[]): GroupRule {
  return {
    ...rest,
    ...(keys.includes('allDayCare') ? { allDayCare: true as const } : {}),
    ...(keys.includes('lunch') ? { lunch: true as const } : {}),
  };
}
