import { useTranslation } from 'react-i18next';
import { guardianRelations } from '../../src-shared/tables/students.ts';

/** A relation in words: `mother` → "Mutter"; what somebody typed ("Oma") stays as it is. */
export function useRelation(): (relation: string) => string {
  const { t } = useTranslation('words');
  return (relation) =>
    guardianRelations.some((known) => known === relation) ? t(`relations.${relation}`) : relation;
}
