import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupRule } from '../../src-shared/groups/rule.ts';
import { usePreferences } from '../app/preferences.ts';
import { useQuery } from '../client/use-query.ts';

/** Says a rule in plain words: "Jahrgang 3 und 4, mit Ganztag". */
export function useRuleWords(): (rule: GroupRule) => string {
  const { t } = useTranslation('groups');
  const language = usePreferences((state) => state.language);
  const classes = useQuery('groups.list', {}).data?.classes;
  return useCallback(
    ({ gradeLevels, classIds, allDayCare, lunch }) => {
      const list = new Intl.ListFormat(language, { type: 'conjunction' });
      const names = (classes ?? []).filter(({ classId }) => classIds?.includes(classId));
      return [
        gradeLevels ? t('rule.years', { years: list.format(gradeLevels.map(String)) }) : null,
        classIds ? t('rule.classes', { classes: list.format(names.map(({ name }) => name)) }) : null,
        allDayCare ? t('rule.allDayCare') : null,
        lunch ? t('rule.lunch') : null,
      ]
        .filter((part) => part !== null)
        .join(', ');
    },
    [t, language, classes],
  );
}
