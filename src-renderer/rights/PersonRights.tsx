import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useQuery } from '../client/use-query.ts';
import { Tag } from '../components/Tag.tsx';
import { useSpanWords } from '../groups/use-span-words.ts';
import classes from './PersonRights.module.css';
import { doneByTheme, seenByReach } from './rights-parts.ts';

type Rights = NonNullable<OperationResult<'rights.ofPerson'>>;

/** What somebody is responsible for, sees and does, straight from the table of rights. */
export function PersonRights({ staffId }: { staffId: string }) {
  const { data } = useQuery('rights.ofPerson', { staffId });
  if (!data) return null;
  return (
    <div className={classes.rights}>
      <Responsibilities rights={data} />
      <Sees rights={data} />
      <Does rights={data} />
    </div>
  );
}

function Responsibilities({ rights: { responsibilities, role } }: { rights: Rights }) {
  const { t } = useTranslation('rights');
  const { t: tg } = useTranslation('groups');
  const words = useSpanWords();
  if (role === 'administrator') return null;
  return (
    <section>
      <h3>{t('responsible')}</h3>
      {responsibilities.length === 0 ? <p>{t('nothing')}</p> : null}
      <ul>
        {responsibilities.map(({ kind, id, name, when, ...span }) => (
          <li key={`${kind} ${id} ${span.fromDay}`}>
            {t(`responsibleFor.${kind}`, { name })} <small>{words(span)}</small>{' '}
            {when === 'future' ? <Tag tone="fact">{tg('groupWhen.future')}</Tag> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sees({ rights }: { rights: Rights }) {
  const { t } = useTranslation('rights');
  const parts = seenByReach(rights.sees);
  return (
    <section>
      <h3>{t('sees.title')}</h3>
      {parts.map(({ part, facets }) => (
        <div key={part}>
          <h4>{t(`sees.${part}`)}</h4>
          <ul>
            {facets.map((facet) => (
              <li key={facet}>{t(`facets.${facet}`)}</li>
            ))}
          </ul>
        </div>
      ))}
      {parts.some(({ part }) => part === 'own') ? <p>{t('ownMeans')}</p> : null}
      {rights.role === 'administrator' ? <p>{t('noChild')}</p> : null}
    </section>
  );
}

function Does({ rights }: { rights: Rights }) {
  const { t } = useTranslation('rights');
  return (
    <section>
      <h3>{t('does.title')}</h3>
      {doneByTheme(rights.does).map(({ theme, operations }) => (
        <div key={theme}>
          <h4>{t(`themes.${theme}`)}</h4>
          <ul>
            {operations.map(({ operation, reach }) => (
              <li key={operation}>
                {t(`operations.${operation}`)} {reach === 'own' ? <small>{t('does.own')}</small> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
