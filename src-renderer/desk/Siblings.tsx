import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { Chip } from './Chips.tsx';
import { type DeskStudent, toggleSibling } from './entry.ts';
import classes from './Siblings.module.css';

interface SiblingsProps {
  entry: CallDraft;
  student: DeskStudent;
  onChange: (entry: CallDraft) => void;
}

/** Brothers and sisters at this school: + adds the next one. */
export function Siblings({ entry, student, onChange }: SiblingsProps) {
  const { t } = useTranslation('desk');
  const waiting = student.siblings.filter((sibling) => !sibling.alreadyAbsent);
  if (student.siblings.length === 0) return null;
  const next = waiting.find((sibling) => !entry.siblingIds.includes(sibling.studentId));
  return (
    <div className={classes.siblings}>
      <IconUsers aria-hidden="true" />
      <span>{t('siblings')}</span>
      {student.siblings.map((sibling) =>
        sibling.alreadyAbsent ? (
          <span key={sibling.studentId} className={classes.absent}>
            {t('siblingAbsent', {
              name: `${sibling.givenName} ${sibling.familyName}`,
              className: sibling.className,
            })}
          </span>
        ) : (
          <Chip
            key={sibling.studentId}
            on={entry.siblingIds.includes(sibling.studentId)}
            {...(sibling === next ? { shortcut: 'deskSibling' as const } : {})}
            onClick={() => onChange(toggleSibling(entry, sibling.studentId))}
          >
            {t('siblingToo', {
              name: `${sibling.givenName} ${sibling.familyName}`,
              className: sibling.className,
            })}
          </Chip>
        ),
      )}
    </div>
  );
}
