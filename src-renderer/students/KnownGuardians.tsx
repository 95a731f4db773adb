import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import type { GuardianForm } from './guardian-form.ts';
import classes from './Students.module.css';
import type { Card } from './student-card.ts';

interface KnownGuardiansProps {
  card: Card;
  form: GuardianForm;
  onChoose: (guardianId: string, name: string) => void;
}

/** Below this many letters everybody would be found. */
const ENOUGH_LETTERS = 3;

/** Guardians of the school whose name begins like the one being typed, so that nobody is entered twice. */
export function KnownGuardians({ card, form, onChoose }: KnownGuardiansProps) {
  const { t } = useTranslation('students');
  const text = `${form.givenName} ${form.familyName}`.trim();
  const { data } = useQuery('students.guardians', text.length >= ENOUGH_LETTERS ? { text } : null);
  const here = new Set(card.guardians.map((guardian) => guardian.guardianId));
  const found = (data?.guardians ?? []).filter((guardian) => !here.has(guardian.guardianId));
  if (found.length === 0) return null;
  return (
    <div data-wide>
      {t('guardians.known')}
      <div className={classes.found}>
        {found.map(({ guardianId, name, students }) => (
          <button key={guardianId} type="button" onClick={() => onChoose(guardianId, name)}>
            <b>{name}</b>
            <small>{students.join(', ')}</small>
          </button>
        ))}
      </div>
    </div>
  );
}
