import { useTranslation } from 'react-i18next';
import { useRelation } from '../cases/use-relation.ts';
import { Tag } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import type { DeskHit } from './entry.ts';
import { Highlight } from './Highlight.tsx';
import classes from './HitList.module.css';

interface HitListProps {
  hits: readonly DeskHit[];
  /** Position of the hit that Enter takes. */
  chosen: number;
  listId: string;
  onTake: (hit: DeskHit) => void;
}

/** The children that fit what is typed: a list box steered from the search field. */
export function HitList({ hits, chosen, listId, onTake }: HitListProps) {
  const { t } = useTranslation('desk');
  return (
    <div role="listbox" id={listId} aria-label={t('hits')} className={classes.list}>
      {hits.map((hit, index) => (
        // The search field keeps the focus and steers the list (aria-activedescendant), so an option takes the pointer only.
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search field takes the active option.
        <div
          key={hit.studentId}
          role="option"
          id={`${listId}-${index}`}
          tabIndex={-1}
          aria-selected={index === chosen}
          aria-disabled={!hit.own}
          className={classes.hit}
          onClick={() => onTake(hit)}
        >
          <span className={classes.key} aria-hidden="true">
            {index === chosen ? '↵' : ''}
          </span>
          <span className={classes.name}>
            <Highlight text={hit.familyName} ranges={hit.ranges.familyName} />,{' '}
            <Highlight text={hit.givenName} ranges={hit.ranges.givenName} /> <b>{hit.className}</b>
          </span>
          <HitFamily hit={hit} />
          <HitFlags hit={hit} />
        </div>
      ))}
    </div>
  );
}

function HitFamily({ hit }: { hit: DeskHit }) {
  const format = useFormat();
  return (
    <span className={classes.family}>
      {hit.birthDate ? `*${format.fullDay(hit.birthDate)}` : ''}
      {hit.guardians.map((guardian, index) => (
        <span key={guardian.guardianId}>
          {index > 0 ? ', ' : hit.birthDate ? ' · ' : ''}
          <Highlight
            text={guardian.name}
            ranges={guardian.guardianId === hit.ranges.guardianId ? hit.ranges.guardian : []}
          />
        </span>
      ))}
    </span>
  );
}

function HitFlags({ hit }: { hit: DeskHit }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const relation = useRelation();
  const known = hit.alreadyReported;
  return (
    <span className={classes.flags}>
      {known ? (
        <Tag tone="fact">
          {known.takenAt
            ? t(known.state === 'waiting' ? 'waitingSince' : 'reportedAt', {
                who: relation(known.reporterRelation) || known.reporterName,
                time: format.dayAndTime(known.takenAt),
                channel: t(`channelAdverb.${known.channel ?? 'phone'}`),
              })
            : t('alreadyReported')}
        </Tag>
      ) : null}
      {hit.own ? null : <Tag>{t('notYours')}</Tag>}
      {hit.certificateDuty ? <Tag tone="wait">{t('certificateDuty')}</Tag> : null}
      {hit.absentOnSchoolDayBefore && !known ? <Tag>{t('absentDayBefore')}</Tag> : null}
    </span>
  );
}
