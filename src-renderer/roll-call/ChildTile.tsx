import { IconCheck, IconClock, IconMinus, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLadder } from '../cases/ladder-store.ts';
import { PendingDot } from '../components/PendingDot.tsx';
import classes from './ChildTiles.module.css';
import { type ClassLine, type Presence, presenceOf, toggled } from './presence.ts';
import { useAbsenceWords } from './use-absence-words.ts';

interface ChildTileProps {
  line: ClassLine;
  /** Something about the child waits for the server. */
  pending: boolean;
  inTabOrder: boolean;
  mayMark: boolean;
  onFocus: () => void;
  onMark: (state: 'missing' | 'late' | 'present') => void;
}

const signs: Record<Presence, ReactNode> = {
  present: <IconCheck aria-hidden />,
  missing: <IconMinus aria-hidden />,
  expected: <IconMinus aria-hidden />,
  late: <IconClock aria-hidden />,
};

/** One child: the large part ticks missing or here, the small one "comes later". */
export function ChildTile({ line, pending, inTabOrder, mayMark, onFocus, onMark }: ChildTileProps) {
  const { t } = useTranslation('roll-call');
  const presence = presenceOf(line);
  const name = `${line.givenName} ${line.familyName}`;
  const awayAllDay = presence === 'expected' && line.absence?.span === 'wholeDay';
  return (
    <li className={classes.tile} data-presence={presence} data-unexplained={line.unexplained || undefined}>
      <button
        type="button"
        data-child
        className={classes.child}
        tabIndex={inTabOrder ? 0 : -1}
        disabled={!mayMark}
        title={name}
        onFocus={onFocus}
        // Space ticks on key down; its key up must not tick once more.
        onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        onClick={() => onMark(toggled(line))}
      >
        {signs[presence]}
        <span className={classes.text}>
          <b>
            {name} {pending ? <PendingDot /> : null}
          </b>
          <Words line={line} presence={presence} />
        </span>
      </button>
      {line.unexplained ? (
        <CallButton line={line} />
      ) : mayMark && !awayAllDay ? (
        <button
          type="button"
          tabIndex={-1}
          className={classes.late}
          aria-pressed={presence === 'late'}
          aria-label={t('lateFor', { name })}
          onClick={() => onMark(presence === 'late' ? 'present' : 'late')}
        >
          {t('late')}
        </button>
      ) : null}
    </li>
  );
}

function Words({ line, presence }: { line: ClassLine; presence: Presence }) {
  const { t } = useTranslation('roll-call');
  const known = useAbsenceWords(line);
  if (line.unexplained) return <small>{t('unexplained')}</small>;
  if (presence === 'missing') return <small>{t('missing')}</small>;
  if (presence === 'late')
    return <small>{line.minutesLate ? t('lateBy', { count: line.minutesLate }) : t('isLate')}</small>;
  if (presence === 'present' && line.absence?.span !== 'leavesEarly')
    return <small>{line.absence ? t('hereAfterAll') : t('here')}</small>;
  return <small>{known}</small>;
}

function CallButton({ line }: { line: ClassLine }) {
  const { t } = useTranslation('roll-call');
  const show = useLadder((state) => state.show);
  return (
    <button
      type="button"
      className={classes.late}
      aria-label={t('callFor', { name: `${line.givenName} ${line.familyName}` })}
      onClick={() => show(line.studentId)}
    >
      <IconPhone aria-hidden />
    </button>
  );
}
