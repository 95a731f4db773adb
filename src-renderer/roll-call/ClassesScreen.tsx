import { useTranslation } from 'react-i18next';
import { useRoute } from '../app/routes.ts';
import { useQuery } from '../client/use-query.ts';
import classes from './ClassBoard.module.css';
import { ClassBoard } from './ClassBoard.tsx';

/** Class lists: one's own, and for the office those of the whole school. */
export function ClassesScreen() {
  const { t } = useTranslation('roll-call');
  const asked = useRoute((route) => route.params.class ?? null);
  const change = useRoute((route) => route.change);
  const { data } = useQuery('today.class', { classId: asked });
  const shown = data?.schoolClass?.classId;
  const choices = data?.classes ?? [];
  return (
    <>
      {choices.length > 1 ? (
        <fieldset className={classes.picker} aria-label={t('choose')}>
          {choices.map((choice) => (
            <button
              key={choice.classId}
              type="button"
              aria-pressed={choice.classId === shown}
              onClick={() => change({ class: choice.classId })}
            >
              {choice.name}
              {choice.substitute ? ` · ${t('substitute')}` : ''}
            </button>
          ))}
        </fieldset>
      ) : null}
      <ClassBoard classId={asked} />
    </>
  );
}
