import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../absences/use-may.ts';
import { AccountSection } from '../accounts/AccountSection.tsx';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { Button, IconButton } from '../components/Button.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import { PersonRights } from '../rights/PersonRights.tsx';
import { useSession } from '../session/session-context.ts';
import { LeaveDialog } from './LeaveDialog.tsx';
import classes from './People.module.css';
import { StaffDialog } from './StaffDialog.tsx';
import type { StaffLine } from './staff-line.ts';

/** One colleague: role, what can be changed, and "Was darf … sehen?". */
export function PersonPanel({ person, onClose }: { person: StaffLine; onClose: () => void }) {
  const { t } = useTranslation('rights');
  const { t: ts } = useTranslation('staff');
  const { t: tf } = useTranslation('frame');
  const format = useFormat();
  const title = t('title', { name: `${person.givenName} ${person.familyName}` });
  useShortcut('tableClose', onClose);
  return (
    <aside className={classes.panel} aria-label={title}>
      <header className={classes.header}>
        <h2>{title}</h2>
        <IconButton label={ts('close')} icon={<IconX />} shortcut="tableClose" onClick={onClose} />
      </header>
      {/* Focusable, so that the keyboard scrolls it. */}
      <div className={classes.body} {...{ tabIndex: 0 }}>
        <p className={classes.facts}>
          {tf(`roles.${person.role}`)} · {person.shortName}
          {person.leftOn === null ? null : ` · ${t('left', { day: format.fullDay(person.leftOn) })}`}
        </p>
        <Actions person={person} />
        <AccountSection person={person} />
        <PersonRights staffId={person.staffId} />
      </div>
    </aside>
  );
}

function Actions({ person }: { person: StaffLine }) {
  const { t } = useTranslation('staff');
  const may = useMay();
  const own = useSession().person.id === person.staffId;
  const leave = useCommand('staff.leave');
  const [open, setOpen] = useState<'correct' | 'leave' | null>(null);
  if (!may('staff.correct')) return <div className={classes.actions} />;
  const { staffId, leftOn } = person;
  const name = `${person.givenName} ${person.familyName}`;
  const stay = async () => {
    if (!(await leave({ staffId, on: null })).ok) return;
    const sentence = t('stayDone', { name });
    const steps = [undoBy('staff.leave', { staffId, on: leftOn })];
    sayDone(sentence, { steps, said: t('common:takenBack', { sentence }) });
  };
  return (
    <div className={classes.actions}>
      <Button onClick={() => setOpen('correct')}>{t('correct')}</Button>
      {own ? null : leftOn === null ? (
        <Button onClick={() => setOpen('leave')}>{t('leave')}</Button>
      ) : (
        <Button onClick={() => void stay()}>{t('stay')}</Button>
      )}
      {open === 'correct' ? <StaffDialog person={person} onClose={() => setOpen(null)} /> : null}
      {open === 'leave' ? <LeaveDialog person={person} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
