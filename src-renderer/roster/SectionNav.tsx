import { useTranslation } from 'react-i18next';
import type { RosterPreview } from '../../src-shared/roster/preview.ts';
import { Tag } from '../components/Tag.tsx';
import { type Decisions, isTicked, openQuestions } from './decisions.ts';
import classes from './ImportPreview.module.css';
import { type PreviewSection, type SectionGroup, type SectionKey, ticksOf } from './preview-sections.ts';

interface SectionNavProps {
  sections: readonly PreviewSection[];
  chosen: SectionKey | null;
  preview: RosterPreview;
  decisions: Decisions;
  onChoose: (key: SectionKey) => void;
}

const groups: readonly SectionGroup[] = ['students', 'guardians', 'file'];

/** The parts of the preview with how many things are in each, and how many of them will be done. */
export function SectionNav({ sections, chosen, preview, decisions, onChoose }: SectionNavProps) {
  const { t } = useTranslation('roster-screen');
  return (
    <nav className={classes.nav} aria-label={t('nav')}>
      {groups.map((group) => {
        const own = sections.filter((section) => section.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <h2>{t(`groups.${group}`)}</h2>
            <ul>
              {own.map(({ key, count }) => (
                <li key={key}>
                  <button
                    type="button"
                    aria-current={key === chosen || undefined}
                    onClick={() => onChoose(key)}
                  >
                    <span>{t(`titles.${key}`)}</span>
                    <Count section={key} count={count} preview={preview} decisions={decisions} />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

interface CountProps {
  section: SectionKey;
  count: number;
  preview: RosterPreview;
  decisions: Decisions;
}

function Count({ section, count, preview, decisions }: CountProps) {
  const { t } = useTranslation('roster-screen');
  if (section === 'possibleStudents' || section === 'possibleGuardians') {
    const open = openQuestions(decisions, preview[section]);
    return (
      <Tag tone={open > 0 ? 'wait' : 'done'}>{open > 0 ? t('open', { count: open }) : t('decided')}</Tag>
    );
  }
  const ticks = ticksOf(preview, section);
  if (ticks.length === 0) return <b>{count}</b>;
  const ticked = ticks.filter((item) => isTicked(item, decisions)).length;
  return <b>{ticked === ticks.length ? ticked : t('of', { ticked, count: ticks.length })}</b>;
}
